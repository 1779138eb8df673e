using HangarBay.EsiSandbox.Engine.Faults;

namespace HangarBay.EsiSandbox.Tests;

public sealed class RequestLogTests : SandboxTest
{
    [Fact]
    public async Task A_request_is_logged_with_the_expiry_of_its_answer_and_its_faults()
    {
        Server.Faults.Add(new StatusFault(503) { Count = 1 });
        Server.Faults.Add(new SkewFault(TimeSpan.FromSeconds(1)) { Count = 2 });

        await Esi.GetAsync($"/contracts/public/{TheForge}");
        var told = await Esi.GetAsync($"/contracts/public/{TheForge}");
        var plain = await Esi.GetAsync($"/contracts/public/{TheForge}");

        // The caller gets its answer a moment before the request is logged.
        while (Server.Requests.Recent.Count < 3) await Task.Delay(1);
        var seen = Server.Requests.Recent;
        Assert.Equal([null, told.Instant("Expires"), plain.Instant("Expires")], seen.Select(request => request.Expires));
        Assert.Equal([["status", "skew"], ["skew"], []], seen.Select(request => request.Faults));
    }
}
