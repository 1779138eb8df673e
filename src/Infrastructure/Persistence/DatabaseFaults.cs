using HangarBay.Application.Abstractions;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>Asks the engine about an exception and everything it wraps.</summary>
internal sealed class DatabaseFaults(IEngine engine) : IDatabaseFaults
{
    public DatabaseFault? Explain(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current is DatabaseFaultException known) return known.Fault;
            if (engine.Explain(current) is { } fault) return fault;
        }

        return null;
    }
}
