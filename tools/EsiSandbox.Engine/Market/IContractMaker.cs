namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>Makes the terms of a generated contract from its id: always the same terms for the same id.</summary>
internal interface IContractMaker
{
    /// <summary>The region of a contract. It needs none of the other terms, so that a region's list makes no contracts of other regions.</summary>
    int RegionOf(long id);

    /// <param name="region">Null: drawn at random.</param>
    /// <param name="lines">The number of item rows; null: drawn at random.</param>
    ContractTerms Make(Life life, int? region = null, int? lines = null);
}
