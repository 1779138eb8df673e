namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>What a look-up of names can look in.</summary>
public enum NameKinds
{
    Types,
    Categories,
    Groups,
    Systems,

    /// <summary>Stations and the structures that have a public name.</summary>
    Stations,
    Regions,

    /// <summary>Characters who issued live contracts.</summary>
    Issuers,
}

/// <summary>What a name is the name of.</summary>
public enum NameKind
{
    Type,
    Category,
    Group,
    System,
    Station,
    Region,
    Character,
}
