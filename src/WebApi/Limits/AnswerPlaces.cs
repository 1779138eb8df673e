using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Limits;

/// <summary>
/// Makes a limited number of answers at once, with clients in turns, and refuses a client that has used its time. An answer that is kept,
/// or that the client has already, needs no place.
/// </summary>
internal sealed class AnswerPlaces
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    // The most that one answer counts. No answer takes the processor so long: a longer one waited for the database, which is not the
    // client's fault.
    private static readonly TimeSpan MostOfOne = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly FairQueue? _queue;
    private readonly ClientBudgets? _budgets;

    public AnswerPlaces(IOptions<AnswerLimitOptions> options, TimeProvider time)
    {
        var limits = options.Value;
        var places = limits.AtOnce ?? Math.Max(2, Environment.ProcessorCount);
        _time = time;
        _queue = places == 0 ? null : new FairQueue(places, Math.Max(1, places / 2), limits.Waiting, limits.Waiting / 4);
        _budgets = limits.TimeAMinute == TimeSpan.Zero ? null : new ClientBudgets(limits.TimeAMinute, Window, time);
    }

    /// <summary>Refuses a client that has used its time, for what is made without a place.</summary>
    /// <exception cref="TooMuchAskedException">The client has used its time.</exception>
    public void RequireTime(int client)
    {
        if (_budgets?.WaitOf(client) is { } wait) throw TooMuchAskedException.OfTime(wait);
    }

    /// <summary>Counts time that was used for a client without a place.</summary>
    public void Charge(int client, TimeSpan used) => _budgets?.Charge(client, used);

    /// <summary>Makes one answer.</summary>
    /// <param name="client">The client that it is made for.</param>
    /// <param name="make">Makes the answer.</param>
    /// <param name="cancellationToken">Cancelled when nobody waits for the answer any more.</param>
    /// <exception cref="TooMuchAskedException">The client has used its time, or too many requests wait.</exception>
    public async Task<T> MakeAsync<T>(int client, Func<CancellationToken, Task<T>> make, CancellationToken cancellationToken)
    {
        RequireTime(client);
        using var place = _queue is null ? null : await _queue.EnterAsync(client, cancellationToken) ?? throw TooMuchAskedException.AtOnce(RetryAfter);
        var began = _time.GetTimestamp();
        try
        {
            return await make(cancellationToken);
        }
        finally
        {
            var took = _time.GetElapsedTime(began);
            Charge(client, took < MostOfOne ? took : MostOfOne);
        }
    }
}
