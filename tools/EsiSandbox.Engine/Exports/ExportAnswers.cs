using System.Collections.Concurrent;
using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Exports;

/// <summary>The files that CCP and EVE Ref offer for download, at the same paths as on their sites.</summary>
internal sealed class ExportAnswers
{
    private const string StaticFolder = "/static-data/tranquility/";
    private static readonly TimeSpan LatestLasts = TimeSpan.FromMinutes(5);

    // A large archive takes seconds to make, and a caller asks for it more than once: first to see whether it is new.
    private readonly ConcurrentDictionary<string, (DateTimeOffset Of, Lazy<Answer> Made)> _made = new();

    public static readonly EsiRoute[] Routes =
    [
        new("GET", "/static-data/tranquility/{file}", (sandbox, call) => sandbox.Exports.Static(sandbox, call), IsEsi: false),
        new("GET", "/static-data/eve-online-static-data-latest-jsonl.zip", (sandbox, _) => Shorthand(sandbox), IsEsi: false),
        new("GET", "/public-contracts/public-contracts-latest.v2.tar.bz2", (sandbox, _) => sandbox.Exports.Contracts(sandbox), IsEsi: false),
        new("GET", "/structures/structures-latest.v2.json", (sandbox, _) => sandbox.Exports.Structures(sandbox), IsEsi: false),
    ];

    public void Forget() => _made.Clear();

    private static Answer Shorthand(Sandbox sandbox) => new()
    {
        Status = 302,
        Location = StaticFolder + StaticBuild.At(sandbox.Time.GetUtcNow()).ZipName,
    };

    private Answer Static(Sandbox sandbox, Call call)
    {
        var now = sandbox.Time.GetUtcNow();
        var build = StaticBuild.At(now);
        var file = call.Path[StaticFolder.Length..];
        if (file == "latest.jsonl")
            return File(StaticData.Latest(build), "application/jsonl", build.Released) with { Expires = now + LatestLasts };
        return file == build.ZipName
            ? Once("static", build.Released, () => File(Written(stream => StaticData.Write(sandbox, stream)), "application/zip", build.Released))
            : Answer.Error(404, "Not found!");
    }

    private Answer Contracts(Sandbox sandbox)
    {
        var scrape = ContractArchive.ScrapeBefore(sandbox.Time.GetUtcNow());
        return Once("contracts", scrape, () => File(Written(stream => ContractArchive.Write(sandbox, stream)), "application/x-bzip2", scrape));
    }

    private Answer Structures(Sandbox sandbox)
    {
        var scrape = ContractArchive.ScrapeBefore(sandbox.Time.GetUtcNow());
        return Once("structures", scrape, () => File(StructureList.Json(sandbox), "application/json", scrape));
    }

    /// <summary>Keeps the latest answer of each kind.</summary>
    private Answer Once(string kind, DateTimeOffset of, Func<Answer> make) => _made.AddOrUpdate(kind,
        _ => (of, new(make)),
        (_, made) => made.Of == of ? made : (of, new(make))).Made.Value;

    private static Answer File(byte[] body, string contentType, DateTimeOffset modified) =>
        Answer.Ok(body) with { ContentType = contentType, ETag = EntityTag.Strong(body), LastModified = modified };

    private static byte[] Written(Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        return buffer.ToArray();
    }
}
