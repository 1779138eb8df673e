using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>Sends half of the body and then breaks the connection. The body is never compressed.</summary>
/// <param name="Chunked">False: Content-Length states the whole length. True: the body is chunked, and the last chunk never comes.</param>
public sealed record TruncatedFault(bool Chunked = false) : Fault
{
    public override string Kind => "truncated";

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next)
    {
        call.Http.Request.Headers.AcceptEncoding = "";
        return await next() with { Cut = Chunked ? Cut.Chunked : Cut.ShortOfLength };
    }
}
