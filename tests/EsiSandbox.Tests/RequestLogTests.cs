using HangarBay.EsiSandbox.Engine.Faults;

namespace HangarBay.EsiSandbox.Tests;

public sealed class RequestLogTests : SandboxTest
{
    [Fact]
    public async Task A_request_is_remembered_with_the_expiry_it_was_told_and_the_faults_that_struck_it()
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
