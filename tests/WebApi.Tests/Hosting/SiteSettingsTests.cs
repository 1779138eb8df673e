namespace HangarBay.WebApi.Tests.Hosting;

public sealed class SiteSettingsTests
{
    [Fact]
    public async Task A_site_with_an_invalid_address_does_not_start_and_reports_why()
    {
        var (exitCode, output, error) = await HostProcess.RunAsync(["serve", "--Site:Address=hangar.example.com", "--DATABASE_URL=sqlite:////tmp/hangarbay-never.db"]);

        Assert.Equal(1, exitCode);
        Assert.Contains("Site:Address is no address of a site, such as https://hangar.example.com.", output + error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
