namespace HangarBay.Infrastructure.Esi;

/// <summary>The purpose of a call. It decides which part of the error budget the call may spend (M6).</summary>
internal enum EsiPriority
{
    /// <summary>Finding what exists: lists of contracts and regions.</summary>
    Discovery,

    /// <summary>Reading what was found: lines, bids, names.</summary>
    Reading,
}
