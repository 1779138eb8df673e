namespace HangarBay.WebApi.Limits;

/// <summary>No answer is made: the client has used its share, or the server has too much to do.</summary>
internal sealed class TooMuchAskedException : Exception
{
    private TooMuchAskedException(int status, string message, TimeSpan retryAfter)
        : base(message) => (Status, RetryAfter) = (status, retryAfter);

    /// <summary>The status of the answer.</summary>
    public int Status { get; }

    /// <summary>How long to wait before the next request.</summary>
    public TimeSpan RetryAfter { get; }

    public static TooMuchAskedException OfTime(TimeSpan retryAfter) => new(
        StatusCodes.Status429TooManyRequests, "The answers to this address took as much time as one may have; ask for less, or see Retry-After.", retryAfter);

    public static TooMuchAskedException AtOnce(TimeSpan retryAfter) =>
        new(StatusCodes.Status503ServiceUnavailable, "More is asked than this server can answer at the moment; see Retry-After.", retryAfter);
}
