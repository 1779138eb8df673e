using HangarBay.Application.Abstractions;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>A fault that was met before the database itself could tell of one.</summary>
internal class DatabaseFaultException(DatabaseFault fault, Exception? inner = null) : Exception(fault.Message, inner)
{
    public DatabaseFault Fault { get; } = fault;
}
