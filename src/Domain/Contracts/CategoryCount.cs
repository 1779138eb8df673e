using HangarBay.Domain.Catalogue;

namespace HangarBay.Domain.Contracts;

/// <summary>How many offered lines fall into a category; the category is null where the type is unknown.</summary>
public readonly record struct CategoryCount(CategoryId? CategoryId, int Lines);
