using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api;

namespace HangarBay.WebApi.Tests.Pages;

/// <summary>Addresses from before the list had segments lead to the same rows (B12).</summary>
public sealed class OldAddressTests() : BrowsingBehaviour(DatabaseProvider.Sqlite)
{
    [SkippableTheory]
    [InlineData("ships_only=false", "segment=all")]
    [InlineData("ships_only=true", "is_ship_contract=true&segment=all")]
    [InlineData("contract_type=item_exchange", "")]
    [InlineData("contract_type=item_exchange&ships_only=false", "contract_type=item_exchange&segment=all")]
    [InlineData("contract_type=auction", "is_ship_contract=true&segment=auctions")]
    [InlineData("contract_type=auction&ships_only=false", "segment=auctions")]
    [InlineData("contract_type=courier", "segment=couriers")]
    [InlineData("contract_type=loan&search=rokh", "search=rokh&contract_type=loan&segment=all")]
    public async Task An_old_address_redirects_to_its_segment(string old, string now)
    {
        var answer = await Api.GetAsync($"/contracts?{old}");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(now.Length == 0 ? "/contracts" : $"/contracts?{now}", answer.Header("Location"));
        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync(answer.Header("Location")!)).Status);
    }
}
