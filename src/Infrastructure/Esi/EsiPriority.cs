namespace HangarBay.Infrastructure.Esi;

/// <summary>What a call is for: which part of the error budget it may spend (M6).</summary>
internal enum EsiPriority
{
    /// <summary>Learning what there is: lists of contracts and regions.</summary>
    Discovery,

    /// <summary>Reading what was found: lines, bids, names.</summary>
    Reading,
}
