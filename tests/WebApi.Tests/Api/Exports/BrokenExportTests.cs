using HangarBay.Application.Contracts.ExportingLines;
using HangarBay.Application.Contracts.GettingContract;
using HangarBay.WebApi.Exports;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api.Exports;

/// <summary>An export reads while it is sent, so it may fail after its first rows.</summary>
public sealed class BrokenExportTests
{
    [Fact]
    public async Task An_export_that_fails_is_broken_off_and_never_ends_as_if_it_were_whole()
    {
        await using var api = await ApiFactory.StartAsync(services: services => services.Plant(http =>
            new ExportAnswer<ExportedLine>(ExportFile.Lines, FailingAfterOne(), output => new CsvRowWriter<ExportedLine>(output, CsvForms.Lines)).ExecuteAsync(http)));

        await Assert.ThrowsAsync<HttpRequestException>(() => api.GetAsync(Planted.Path));
    }

    private static async IAsyncEnumerable<IReadOnlyList<ExportedLine>> FailingAfterOne()
    {
        yield return [new ExportedLine(1, new LineDetail(1, 34, "Tritanium", null, null, null, null, 1, true, false, null, null, null, null))];
        await Task.Yield();
        throw new InvalidOperationException("The database went away.");
    }
}
