using System.Net.Sockets;
using HangarBay.Application.Reference;
using HangarBay.Application.Sync.Ports;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Postgres;

namespace HangarBay.Infrastructure.Tests.Persistence.Postgres;

public sealed class PostgresFaultTests
{
    private static readonly SocketException Refused = new((int)SocketError.ConnectionRefused);

    private readonly DatabaseFaults _faults = new(new PostgresEngine(new PostgresSessions(new(DatabaseProvider.Postgres, "Host=localhost", MigrateOnStartup: false))));

    [Fact]
    public void A_connection_that_is_refused_is_the_databases_fault() =>
        Assert.Equal("The database cannot be reached.", _faults.Explain(new InvalidOperationException("", Refused))?.Message);

    [Fact]
    public void A_connection_that_ESI_refuses_is_not_the_databases_fault()
    {
        var unreachable = new HttpRequestException("", Refused);

        Assert.Null(_faults.Explain(unreachable));
        Assert.Null(_faults.Explain(new EsiUnavailableException("", unreachable)));
        Assert.Null(_faults.Explain(new EsiUnavailableException("", new IOException("", Refused))));
        Assert.Null(_faults.Explain(new UnusableSourceException("", new IOException("", Refused))));
    }
}
