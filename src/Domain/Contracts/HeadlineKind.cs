namespace HangarBay.Domain.Contracts;

/// <summary>What a row shows first. The text is made when the row is read, in the reader's language.</summary>
public enum HeadlineKind
{
    /// <summary>"Contract {id}": nothing better is known.</summary>
    Number,

    /// <summary>The issuer's own title.</summary>
    Title,

    /// <summary>"Courier to {end}", or "Courier" where the end has no name.</summary>
    Courier,

    /// <summary>The first offered ship.</summary>
    Ship,

    /// <summary>The first offered item.</summary>
    Item,

    /// <summary>"Wanted: {first requested item}".</summary>
    Wanted,
}
