using System.Text.Json;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>A response before it is sent. Faults change it; the pipeline turns it into HTTP.</summary>
internal sealed record Answer
{
    public static readonly byte[] EmptyList = "[]"u8.ToArray();

    public required int Status { get; init; }
    public byte[] Body { get; init; } = [];
    public string ContentType { get; init; } = "application/json; charset=UTF-8";
    public string? ETag { get; init; }
    public DateTimeOffset? LastModified { get; init; }
    public DateTimeOffset? Expires { get; init; }
    public int? Pages { get; init; }

    /// <summary>The <c>Date</c> header; null: the time of the sandbox's clock.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Seconds in <c>Retry-After</c>.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The address to ask instead, as the <c>Location</c> header.</summary>
    public string? Location { get; init; }

    public Cut Cut { get; init; }

    public static Answer Ok(byte[] body) => new() { Status = 200, Body = body };

    public static Answer Error(int status, string message) => new()
    {
        Status = status,
        Body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["error"] = message }),
    };

    /// <summary>The answer for items or bids of a contract that nobody can accept any more.</summary>
    public static Answer NoContent() => new() { Status = 204 };
}

/// <summary>How the sending of a body is broken off.</summary>
internal enum Cut
{
    None,

    /// <summary>Content-Length states the whole length, but only half is sent.</summary>
    ShortOfLength,

    /// <summary>The body is chunked: half is sent, without the last chunk.</summary>
    Chunked,
}
