using HangarBay.Application.Abstractions;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>A fault that this program found before the database itself could report one.</summary>
internal class DatabaseFaultException(DatabaseFault fault, Exception? inner = null) : Exception(fault.Message, inner)
{
    public DatabaseFault Fault { get; } = fault;
}
