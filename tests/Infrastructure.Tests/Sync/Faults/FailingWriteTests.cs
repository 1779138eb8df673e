using HangarBay.Application.Market.Ports;
using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>A sync that ends between any two of its writes leaves nothing half done, and the next sync continues from there.</summary>
public abstract class FailingWriteTests(DatabaseProvider provider) : SyncTest(provider)
{
    private const int Batch = 10;

    private readonly Fuse _fuse = new();

    protected override SandboxOptions World => new() { Contracts = 90 };

    [SkippableFact]
    public async Task After_each_of_its_writes_in_turn_the_database_is_sound()
    {
        Settings["Sync:ItemsBatch"] = $"{Batch}";
        var blown = 0;
        while (await IsBlownAsync(after: blown + 1))
        {
            await ThenTheDatabaseIsSoundAsync();
            blown++;
        }

        await ThenItIsAsTheSandboxKnowsAsync();
        Assert.InRange(blown, 3, int.MaxValue);
    }

    protected override void Compose(IServiceCollection services) => services
        .Decorate<IBulkWriter>(inner => new FusedWriter(inner, _fuse));

    /// <summary>Runs a sync; false where it ended before this many writes.</summary>
    private async Task<bool> IsBlownAsync(int after)
    {
        _fuse.Set(after);
        try
        {
            await SyncAsync();
        }
        catch (BlownException)
        {
            return true;
        }

        return _fuse.IsBlown;
    }

    /// <summary>Lets this many writes through and fails after the last of them.</summary>
    private sealed class Fuse
    {
        private int _left;

        public bool IsBlown => _left <= 0;

        public void Set(int writes) => _left = writes;

        public T Pass<T>(T written) => Interlocked.Decrement(ref _left) == 0 ? throw new BlownException() : written;
    }

    private sealed class BlownException() : Exception("The fuse has blown.");

    private sealed class FusedWriter(IBulkWriter inner, Fuse fuse) : IBulkWriter
    {
        public async Task<int> UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
            where T : class => fuse.Pass(await inner.UpsertAsync(rows, cancellationToken));

        public async Task<int> InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
            where T : class => fuse.Pass(await inner.InsertAsync(rows, cancellationToken));

        public async Task<int> UpdateAsync<T>(IReadOnlyCollection<T> rows, IReadOnlyCollection<string> properties, CancellationToken cancellationToken)
            where T : class => fuse.Pass(await inner.UpdateAsync(rows, properties, cancellationToken));
    }
}

public sealed class FailingWriteOnSqlite() : FailingWriteTests(DatabaseProvider.Sqlite);

public sealed class FailingWriteOnPostgres() : FailingWriteTests(DatabaseProvider.Postgres);
