using System.Text.Json;
using HangarBay.Application.Contracts;
using HangarBay.WebApi.Json;

namespace HangarBay.WebApi.Exports;

/// <summary>Writes each row as the list has it, one on a line.</summary>
internal sealed class NdjsonRowWriter(Stream output) : IRowWriter<ContractRow>
{
    private static readonly byte[] EndOfLine = "\n"u8.ToArray();

    public Task BeginAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);

    public async Task WriteAsync(IReadOnlyList<ContractRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(row, WireFormat.Answers), cancellationToken);
            await output.WriteAsync(EndOfLine, cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
