using System.IO.Compression;
using System.Text;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>One answer that <see cref="ScriptedEsi"/> gives.</summary>
internal sealed record Reply(int Status, string Body = "")
{
    public Dictionary<string, string> Headers { get; } = new() { ["Content-Type"] = "application/json; charset=UTF-8" };

    /// <summary>Whether it sends less than its Content-Length and then drops the connection.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Whether it sends the body and then stalls without ending.</summary>
    public bool IsStalled { get; private set; }

    /// <summary>The reply is sent when this task completes; null: at once.</summary>
    public Task? Gate { get; private set; }

    public byte[] Bytes { get; private set; } = Encoding.UTF8.GetBytes(Body);

    public static Reply Json(string body) => new(200, body);

    public static Reply Html(int status = 200) => new Reply(status, "<html><body>Bad gateway</body></html>").With("Content-Type", "text/html");

    public static Reply Error(int status, string error = "no") => new(status, $$"""{"error":"{{error}}"}""");

    /// <summary>A list page as ESI sends it.</summary>
    public static Reply Page(IEnumerable<string> rows, int pages = 1) =>
        Json($"[{string.Join(',', rows)}]").With("X-Pages", $"{pages}");

    public Reply With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }

    public Reply CutShort()
    {
        IsCutShort = true;
        return this;
    }

    public Reply Stalled()
    {
        IsStalled = true;
        return this;
    }

    public Reply After(Task gate)
    {
        Gate = gate;
        return this;
    }

    public Reply Gzipped()
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest)) gzip.Write(Bytes);
        Bytes = target.ToArray();
        return With("Content-Encoding", "gzip");
    }
}
