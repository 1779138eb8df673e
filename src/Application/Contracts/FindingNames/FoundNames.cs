using System.Text.Json.Serialization;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>
/// The names that hold every term, by kind in the order of <see cref="NameKinds"/>. Within a kind the whole name comes first, then names
/// that begin with the text, then those in which every term begins a word, then the rest; names of more live contracts come first among
/// these.
/// </summary>
/// <param name="Names">At most <see cref="FindNames.Most"/> of each kind.</param>
/// <param name="Nearest">Where no name was found, the names that are spelt most alike; otherwise empty.</param>
public sealed record FoundNames(IReadOnlyList<FoundName> Names, IReadOnlyList<FoundName> Nearest)
{
    /// <summary>
    /// What the text says in parts, where no name holds all of it; null where that is not understood. It is no part of the API's answer.
    /// </summary>
    [JsonIgnore]
    public UnderstoodText? Understood { get; init; }
}

/// <summary>A text that was read in parts.</summary>
/// <param name="Thing">A type, group or category.</param>
/// <param name="Place">A system, region or station; null: none is named.</param>
/// <param name="Blueprint">Copies or originals; null: neither is asked for.</param>
/// <param name="IsFitted">Whether a fitted ship is asked for.</param>
public sealed record UnderstoodText(FoundName Thing, FoundName? Place, BlueprintKind? Blueprint, bool IsFitted);

/// <summary>A name with what tells it from others.</summary>
/// <param name="Kind">What the name is the name of.</param>
/// <param name="Id">The id in the game.</param>
/// <param name="Name">The name in the reader's language, in English where it has none.</param>
/// <param name="Around">The name of what it belongs to: the group of a type, the category of a group, the system of a station, the region of a system. Null where that is unknown, and for other kinds.</param>
/// <param name="CategoryId">The category of a type or group; null where it is unknown, and for other kinds.</param>
/// <param name="LiveContracts">How many live contracts offer it, start there or were issued by the character.</param>
public sealed record FoundName(NameKind Kind, long Id, string Name, string? Around, int? CategoryId, int LiveContracts);
