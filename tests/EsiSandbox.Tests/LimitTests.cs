using HangarBay.EsiSandbox.Engine;
using HangarBay.EsiSandbox.Engine.Faults;

namespace HangarBay.EsiSandbox.Tests;

public sealed class LimitTests : SandboxTest
{
    [Fact]
    public async Task After_a_hundred_errors_in_a_minute_everything_answers_420_until_the_window_ends()
    {
        for (var error = 1; error <= 100; error++)
        {
            var reply = await Esi.GetAsync("/universe/types/0");
            Assert.Equal(404, reply.Status);
            Assert.Equal($"{100 - error}", reply["X-Esi-Error-Limit-Remain"]);
        }

        Time.Advance(TimeSpan.FromSeconds(20));
        var blocked = await Esi.GetAsync($"/contracts/public/{TheForge}");
        Assert.Equal(420, blocked.Status);
        Assert.StartsWith("This software has exceeded the error limit for ESI.", (string)blocked.Json["error"]!, StringComparison.Ordinal);
        Assert.Equal("40", blocked["X-Esi-Error-Limit-Reset"]);
        Assert.Null(blocked["Retry-After"]);

        Time.Advance(TimeSpan.FromSeconds(40));
        var recovered = await Esi.GetAsync($"/contracts/public/{TheForge}");
        Assert.Equal(200, recovered.Status);
        Assert.Equal("100", recovered["X-Esi-Error-Limit-Remain"]);
    }

    [Fact]
    public async Task Neither_success_nor_304_nor_204_costs_budget()
    {
        var list = await Esi.GetAsync($"/contracts/public/{TheForge}");
        await Esi.GetAsync($"/contracts/public/{TheForge}", ("If-None-Match", list["ETag"]!));
        var id = Server.Market.Drop(TheForge, 1)[0];

        Assert.Equal(204, (await Esi.GetAsync($"/contracts/public/items/{id}")).Status);
        Assert.Equal("100", (await Esi.GetAsync("/universe/regions"))["X-Esi-Error-Limit-Remain"]);
    }

    [Fact]
    public async Task The_budget_can_be_spent_at_once_for_a_time()
    {
        Server.Faults.Add(new ErrorLimitFault(TimeSpan.FromSeconds(30)));

        Assert.Equal(420, (await Esi.GetAsync("/universe/regions")).Status);
        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(200, (await Esi.GetAsync("/universe/regions")).Status);
    }

    [Fact]
    public async Task A_token_bucket_takes_the_place_of_the_error_limit_on_contract_routes()
    {
        await using var server = await SandboxServer.StartAsync(Options with { TokenBucket = new(4, TimeSpan.FromMinutes(15)) }, Time);
        using var esi = new Caller(server.BaseAddress);

        var first = await esi.GetAsync($"/contracts/public/{Domain}");
        Assert.Equal(("4/15m", "2", "2"), (first["X-Ratelimit-Limit"], first["X-Ratelimit-Remaining"], first["X-Ratelimit-Used"]));
        Assert.Null(first["X-Esi-Error-Limit-Remain"]);
        await esi.GetAsync($"/contracts/public/{Domain}");
        Time.Advance(TimeSpan.FromMinutes(5));
        var limited = await esi.GetAsync($"/contracts/public/{Domain}");
        Assert.Equal((429, "600"), (limited.Status, limited["Retry-After"]));
        Assert.Equal(200, (await esi.GetAsync("/universe/regions")).Status);

        Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(200, (await esi.GetAsync($"/contracts/public/{Domain}")).Status);
    }
}
