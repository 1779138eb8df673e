using HangarBay.Application.Abstractions;
using HangarBay.Application.Reference;
using HangarBay.Application.Sync.Ports;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>Asks the engine about an exception and everything it wraps.</summary>
internal sealed class DatabaseFaults(IEngine engine) : IDatabaseFaults
{
    public DatabaseFault? Explain(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current is DatabaseFaultException known) return known.Fault;
            // These come from other servers. A refused connection inside them looks like the database's, but is not.
            if (current is EsiUnavailableException or UnusableSourceException or HttpRequestException) return null;
            if (engine.Explain(current) is { } fault) return fault;
        }

        return null;
    }

    public bool IsPassing(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (engine.IsPassing(current)) return true;
        }

        return false;
    }
}
