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
    public async Task The_error_budget_can_be_spent_at_once_for_a_time()
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

    [Fact]
    public async Task Token_buckets_come_and_go_while_it_runs()
    {
        Assert.NotNull((await Esi.GetAsync($"/contracts/public/{Domain}"))["X-Esi-Error-Limit-Remain"]);

        var set = await Esi.PostAsync("/sandbox/tokens?tokens=600&window=900");
        var under = await Esi.GetAsync($"/contracts/public/{Domain}");
        Assert.Equal(200, set.Status);
        Assert.Equal(("public-contract", "600/15m"), (under["X-Ratelimit-Group"], under["X-Ratelimit-Limit"]));
        Assert.Null(under["X-Esi-Error-Limit-Remain"]);

        Server.Tokens.Clear();
        var after = await Esi.GetAsync($"/contracts/public/{Domain}");
        Assert.Null(after["X-Ratelimit-Group"]);
        Assert.NotNull(after["X-Esi-Error-Limit-Remain"]);
    }

    [Fact]
    public async Task Lists_and_items_can_have_different_rate_limit_groups()
    {
        var id = Server.Market.Listed(Domain)[^1];
        Server.Tokens.Set(new(100, TimeSpan.FromMinutes(15), "contract-list", ContractRoutes.Lists));
        Server.Tokens.Set(new(2, TimeSpan.FromHours(1), "contract-item", ContractRoutes.Items));

        var items = await Esi.GetAsync($"/contracts/public/items/{id}");
        Assert.Equal(("contract-item", "2/1h"), (items["X-Ratelimit-Group"], items["X-Ratelimit-Limit"]));
        Assert.Equal(429, (await Esi.GetAsync($"/contracts/public/items/{id}")).Status);
        var list = await Esi.GetAsync($"/contracts/public/{Domain}");
        Assert.Equal((200, "contract-list", "98"), (list.Status, list["X-Ratelimit-Group"], list["X-Ratelimit-Remaining"]));
        Assert.Null((await Esi.GetAsync($"/contracts/public/bids/{id}"))["X-Ratelimit-Group"]);
    }

    [Fact]
    public async Task Errors_under_a_token_bucket_cost_tokens_and_no_error_budget()
    {
        Server.Tokens.Set(new(100, TimeSpan.FromMinutes(15)));

        Assert.Equal("5", (await Esi.GetAsync("/contracts/public/items/1"))["X-Ratelimit-Used"]);
        Assert.Equal("100", (await Esi.GetAsync("/universe/regions"))["X-Esi-Error-Limit-Remain"]);
    }

    [Theory]
    [InlineData("tokens=0")]
    [InlineData("tokens=5&window=0")]
    [InlineData("tokens=5&routes=prices")]
    [InlineData("tokens=5&group=a%0d%0ab")]
    public async Task An_invalid_token_bucket_is_refused(string query)
    {
        Assert.Equal(400, (await Esi.PostAsync($"/sandbox/tokens?{query}")).Status);
        Assert.Empty(Server.Tokens.InForce);
    }

    [Fact]
    public async Task A_reset_brings_back_the_bucket_of_the_start()
    {
        await using var server = await SandboxServer.StartAsync(Options with { TokenBucket = new(4, TimeSpan.FromMinutes(15)) }, Time);
        server.Tokens.Set(new(9, TimeSpan.FromMinutes(1)));
        server.Reset();

        Assert.Equal(4, Assert.Single(server.Tokens.InForce).Tokens);
    }
}
