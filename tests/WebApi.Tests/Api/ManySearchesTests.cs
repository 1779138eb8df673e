using System.Globalization;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api;

/// <summary>Searches that differ, so that none is answered from the cache. <c>eng/request-files.sh</c> counts the lines that they run.</summary>
public sealed class ManySearchesTests
{
    /// <summary>How many searches are sent; none: the application only starts and stops.</summary>
    private const string Variable = "HANGARBAY_SEARCHES";

    private const int Usual = 3;

    private static int Searches => int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var searches) ? searches : Usual;

    [Fact]
    public async Task Each_of_many_searches_is_answered()
    {
        await using var api = await ApiFactory.StartAsync(settings: new Dictionary<string, string> { ["Cache:Enabled"] = "true" });
        await api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        var rokh = await api.GivenContract(ContractBuilder.AContract().Priced(285_000_000).Offering(Universe.Rokh));

        for (var search = 1; search <= Searches; search++)
            Assert.Equal([rokh], (await api.GetAsync($"/api/v1/contracts?search=rokh&max_price={300_000_000 + search}")).Ids);
    }
}
