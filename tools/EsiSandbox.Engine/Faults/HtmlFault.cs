using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>200 with a page of HTML, as a proxy between ESI and the caller would send.</summary>
public sealed record HtmlFault : Fault
{
    public override string Kind => "html";

    internal override ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next) => new(new Answer
    {
        Status = 200,
        Body = "<!DOCTYPE html><html><head><title>One moment</title></head><body>Please wait.</body></html>"u8.ToArray(),
        ContentType = "text/html; charset=UTF-8",
    });
}
