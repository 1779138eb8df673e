using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.ExportingLines;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Browsing;

public sealed class ExportedLinesOnSqlite() : ExportedLinesTests(DatabaseProvider.Sqlite);

public sealed class ExportedLinesOnPostgres() : ExportedLinesTests(DatabaseProvider.Postgres);

/// <summary>The lines that an export reads.</summary>
public abstract class ExportedLinesTests(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    [SkippableFact]
    public async Task The_lines_of_the_contracts_that_are_asked_for_are_read_whole()
    {
        await GivenAsync(WithLines(1), WithLines(2), WithLines(3), Exchange(4), Courier(5));

        var lines = await InScopeAsync(services => services.GetRequiredService<IReadRepository<Contract>>()
            .StreamAsync(new LinesOfContracts([.. new[] { 1L, 3, 4, 5, 99 }.Select(id => new ContractId(id))]), default).ToListAsync().AsTask());

        Assert.Equal(
            [(1, 9_000_000_000_001), (1, 9_000_000_000_002), (3, 9_000_000_000_001), (3, 9_000_000_000_002)],
            lines.Select(line => (line.ContractId.Value, line.RecordId)).Order());
        var line = lines.First(line => line.TypeId.Value == 24_688);
        Assert.Equal((long.MaxValue, true, true, 10, 10, 20, 1_046_000_000_001), (
            line.Quantity, line.IsIncluded, line.IsBlueprintCopy, line.Runs!.Value, line.MaterialEfficiency!.Value, line.TimeEfficiency!.Value, line.ItemId!.Value));
    }

    [SkippableFact]
    public async Task No_contract_has_no_line()
    {
        await GivenAsync(WithLines(1));

        Assert.Empty(await InScopeAsync(services => services.GetRequiredService<IReadRepository<Contract>>().StreamAsync(new LinesOfContracts([]), default).ToListAsync().AsTask()));
    }
}
