using HangarBay.Domain.Universe;
using MediatR;

namespace HangarBay.Application.Sync.SweepingRegion;

/// <summary>
/// Reads a region's whole list and stores what changed (M2, M3, M8, M9). A cancellation before the writing begins leaves everything as it
/// was.
/// </summary>
public sealed record SweepRegion(RegionId RegionId) : IRequest<SweepResult>;

/// <summary>How a sweep ended.</summary>
public abstract record SweepResult
{
    private SweepResult()
    {
    }

    /// <summary>The difference is stored. <paramref name="Quarantined"/> rows were set aside with a reason.</summary>
    public sealed record Swept(int New, int Closed, int Changed, int Unchanged, int Quarantined) : SweepResult;

    /// <summary>ESI was not asked, because the list has not expired yet (M4). <paramref name="Unchanged"/> rows are live.</summary>
    public sealed record NotDue(int Unchanged, DateTimeOffset ExpiresAt) : SweepResult;

    /// <summary>The sweep does not count; the old state stands. <paramref name="Reason"/> is a sentence.</summary>
    public sealed record KeptOldState(string Reason) : SweepResult;
}
