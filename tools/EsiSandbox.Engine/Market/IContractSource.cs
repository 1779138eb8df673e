namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>The source of a sandbox's contracts.</summary>
internal interface IContractSource
{
    /// <summary>The name of this world in <c>X-Sandbox</c> and <c>GET /sandbox</c>.</summary>
    string Identity { get; }

    /// <summary>The regions that exist, with or without contracts.</summary>
    IReadOnlyList<int> Regions { get; }

    /// <summary>Ids of the contracts of a region that are live at an instant.</summary>
    IEnumerable<long> Live(int region, DateTimeOffset instant);

    /// <summary>A contract of the present, past or future; null when no contract ever has this id.</summary>
    ContractTerms? Find(long id);

    /// <summary>Player structures in which contracts are, with their regions.</summary>
    IEnumerable<(long Id, int Region)> Structures { get; }

    IReadOnlyList<Line> Lines(ContractTerms contract);

    /// <summary>All bids an auction will ever see, oldest first.</summary>
    IReadOnlyList<Bid> Bids(ContractTerms contract);

    /// <summary>The name of an issuer; null when no issuer here has this id.</summary>
    (string Category, string Name)? NameOf(long id);
}
