using HangarBay.Application.Contracts;

namespace HangarBay.WebApi.Exports;

/// <summary>Writes contracts in one form, as they come.</summary>
internal interface IRowWriter : IAsyncDisposable
{
    /// <summary>What comes before the first row.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>Hands the rows on before it returns: nothing is held back, and a slow reader is waited for.</summary>
    Task WriteAsync(IReadOnlyList<ContractRow> rows, CancellationToken cancellationToken);
}
