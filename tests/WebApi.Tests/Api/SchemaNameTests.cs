using System.Net;

namespace HangarBay.WebApi.Tests.Api;

public sealed class SchemaNameTests(SharedApi shared) : IClassFixture<SharedApi>
{
    [Theory]
    [InlineData("ContractRow")]
    [InlineData("ContractDetail")]
    [InlineData("ContractLine")]
    [InlineData("Bid")]
    [InlineData("MarketStatus")]
    public async Task The_document_keeps_the_names_that_clients_are_made_from(string name)
    {
        var document = (await shared.Api.GetAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json;

        Assert.True(document.GetProperty("components").GetProperty("schemas").TryGetProperty(name, out _));
    }
}
