using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>Half of the body comes, then the connection breaks. Never compressed.</summary>
/// <param name="Chunked">False: Content-Length promised the whole. True: chunked, and the last chunk never comes.</param>
public sealed record TruncatedFault(bool Chunked = false) : Fault
{
    public override string Kind => "truncated";

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next)
    {
        call.Http.Request.Headers.AcceptEncoding = "";
        return await next() with { Cut = Chunked ? Cut.Chunked : Cut.ShortOfLength };
    }
}
