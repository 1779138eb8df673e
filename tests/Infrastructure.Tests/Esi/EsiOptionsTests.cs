using HangarBay.Infrastructure.Esi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HangarBay.Infrastructure.Tests.Esi;

public sealed class EsiOptionsTests
{
    [Theory]
    [InlineData("Contact", "pilot@example.com")]
    [InlineData("Contact", "https://example.com/contact?id=1")]
    [InlineData("BaseUrl", "http://127.0.0.1:5099")]
    [InlineData("MaxConcurrency", "1")]
    [InlineData("SourceUrl", "https://example.com/hangar-bay")]
    public void Good_settings_are_taken(string key, string value) => Assert.NotNull(Read(key, value));

    [Theory]
    [InlineData("Contact", "pilot@example.com\r\nX-Evil: 1")]
    [InlineData("Contact", "pilot@example.com\n")]
    [InlineData("Contact", "pilot (at) example.com")]
    [InlineData("Contact", "pilöt@example.com")]
    [InlineData("SourceUrl", "example.com")]
    [InlineData("SourceUrl", "https://example.com/\n")]
    [InlineData("BaseUrl", "esi.evetech.net")]
    [InlineData("BaseUrl", "ftp://esi.evetech.net")]
    [InlineData("BaseUrl", "")]
    [InlineData("CompatibilityDate", "today")]
    [InlineData("MaxConcurrency", "0")]
    [InlineData("MaxRequestsPerSecond", "0")]
    [InlineData("Timeout", "00:00:00")]
    [InlineData("RetryDelay", "00:00:00")]
    [InlineData("DiscoveryErrorFloor", "40")]
    public void Bad_settings_are_refused(string key, string value) =>
        Assert.Throws<OptionsValidationException>(() => Read(key, value));

    private static EsiOptions Read(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"Esi:{key}", value)]).Build();
        using var services = new ServiceCollection().AddLogging().AddEsi(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<EsiOptions>>().Value;
    }
}
