namespace HangarBay.Infrastructure.Esi;

/// <summary>Why one attempt failed. It decides whether there is a retry.</summary>
internal enum AttemptFailure
{
    /// <summary>420 or 429: the governor pauses, then the call is retried.</summary>
    Throttled,

    /// <summary>A 5xx status, no connection, or no full answer before the time-out.</summary>
    Outage,

    /// <summary>The body is cut short, is not JSON, or is not what the route promises.</summary>
    Unreadable,

    /// <summary>An answer that a retry would not improve. Each retry of a 4xx costs error budget.</summary>
    Refused,
}

/// <summary>One attempt of a call failed. The message is a sentence that quotes nothing of the body.</summary>
internal sealed class AttemptFailedException(AttemptFailure failure, string reason, Exception? inner = null) : Exception(reason, inner)
{
    public AttemptFailure Failure { get; } = failure;
}
