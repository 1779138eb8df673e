namespace HangarBay.Infrastructure.Esi;

/// <summary>Why one try failed, which decides whether there is another.</summary>
internal enum AttemptFailure
{
    /// <summary>420 or 429: the governor pauses, then the call goes on.</summary>
    Throttled,

    /// <summary>5xx, no connection, no answer in time.</summary>
    Outage,

    /// <summary>A body that is cut short, no JSON, or not what the route promises.</summary>
    Unreadable,

    /// <summary>An answer that asking again would not better; a 4xx asked again costs error budget.</summary>
    Refused,
}

/// <summary>One try of a call failed. The message is a plain sentence without anything of the body.</summary>
internal sealed class AttemptFailedException(AttemptFailure failure, string reason, Exception? inner = null) : Exception(reason, inner)
{
    public AttemptFailure Failure { get; } = failure;
}
