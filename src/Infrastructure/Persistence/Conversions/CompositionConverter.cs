using System.Text.Json;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HangarBay.Infrastructure.Persistence.Conversions;

/// <summary>Stores line counts by category as JSON pairs, <c>[[6,1],[7,12],[null,1]]</c>. They are shown, never searched.</summary>
internal sealed class CompositionConverter()
    : ValueConverter<Composition, string>(composition => Write(composition), text => Read(text))
{
    private static string Write(Composition composition) => JsonSerializer.Serialize(
        composition.Categories.Select(count => new int?[] { count.CategoryId?.Value, count.Lines }));

    private static Composition Read(string text) => Composition.Restore(
        JsonSerializer.Deserialize<int?[][]>(text)!
            .Select(pair => new CategoryCount(pair[0] is { } id ? new CategoryId(id) : null, pair[1]!.Value)));
}

internal sealed class CompositionComparer() : ValueComparer<Composition>(
    (left, right) => object.Equals(left, right), composition => composition.GetHashCode(), composition => composition);
