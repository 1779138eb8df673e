using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;

namespace HangarBay.Domain.Tests.Given;

/// <summary>A few of the game's types, and a catalogue of them.</summary>
internal static class Known
{
    public static readonly CategoryId Ship = CategoryId.Ship;
    public static readonly CategoryId Module = new(7);
    public static readonly CategoryId Blueprint = new(9);

    public static readonly TypeId Rokh = new(24688);
    public static readonly TypeId Rifter = new(587);
    public static readonly TypeId Railgun = new(3074);
    public static readonly TypeId ShieldExtender = new(3841);
    public static readonly TypeId RifterBlueprint = new(691);

    /// <summary>A type that is traded but unknown to ESI.</summary>
    public static readonly TypeId Mystery = new(99_999_999);

    public static readonly TypeId[] Types = [Rokh, Rifter, Railgun, ShieldExtender, RifterBlueprint, Mystery];

    public static CatalogueEntry Catalogue(TypeId type) => type switch
    {
        _ when type == Rokh => new(Ship, "Rokh"),
        _ when type == Rifter => new(Ship, "Rifter"),
        _ when type == Railgun => new(Module, "425mm Railgun I"),
        _ when type == ShieldExtender => new(Module, "Large Shield Extender II"),
        _ when type == RifterBlueprint => new(Blueprint, "Rifter Blueprint"),
        _ => new(null, null),
    };
}
