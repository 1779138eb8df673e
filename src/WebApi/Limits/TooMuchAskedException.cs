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
        StatusCodes.Status429TooManyRequests, "This address has used its share of the server's time; ask for less, or see Retry-After.", retryAfter);

    public static TooMuchAskedException AtOnce(TimeSpan retryAfter) =>
        new(StatusCodes.Status503ServiceUnavailable, "The server has more requests than it can answer at the moment; see Retry-After.", retryAfter);
}
