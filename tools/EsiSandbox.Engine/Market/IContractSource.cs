namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>Where a sandbox takes its contracts from.</summary>
internal interface IContractSource
{
    /// <summary>How <c>X-Sandbox</c> and <c>GET /sandbox</c> name this world.</summary>
    string Identity { get; }

    /// <summary>The regions that exist, whether or not anything is sold there.</summary>
    IReadOnlyList<int> Regions { get; }

    /// <summary>Ids of the contracts of a region that have come and not yet gone.</summary>
    IEnumerable<long> Live(int region, DateTimeOffset instant);

    /// <summary>A contract that exists, existed or will exist; null when none ever has this id.</summary>
    ContractTerms? Find(long id);

    /// <summary>Player structures in which contracts lie, with their regions.</summary>
    IEnumerable<(long Id, int Region)> Structures { get; }

    IReadOnlyList<Line> Lines(ContractTerms contract);

    /// <summary>All bids an auction will ever see, oldest first.</summary>
    IReadOnlyList<Bid> Bids(ContractTerms contract);

    /// <summary>The issuers' names; null when nobody of this id issued anything here.</summary>
    (string Category, string Name)? NameOf(long id);
}
