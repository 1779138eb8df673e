using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Sync.Ports;

/// <summary>ESI's answer to a contract's lines.</summary>
public abstract record LinesAnswer
{
    private LinesAnswer()
    {
    }

    /// <summary>Every page answered, with at least one line and none unreadable.</summary>
    public sealed record Complete(IReadOnlyList<ContractLine> Lines) : LinesAnswer;

    /// <summary>204, 403 or 404: gone or no longer public. <paramref name="Accepted"/> where the answer says that it was accepted.</summary>
    public sealed record Gone(bool Accepted) : LinesAnswer;

    /// <summary>An empty or unreadable answer; <paramref name="Reason"/> is a sentence for the quarantine.</summary>
    public sealed record Malformed(string Reason) : LinesAnswer;
}

/// <summary>An auction's present bids, and the instant before which they are not requested again.</summary>
public sealed record BidsAnswer(IReadOnlyList<AuctionBid> Bids, DateTimeOffset ExpiresAt);
