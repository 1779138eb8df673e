using HangarBay.Application.Contracts;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.ExportingContracts;
using HangarBay.Application.Contracts.ExportingLines;
using HangarBay.WebUi;
using MediatR;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Exports;

/// <summary>Asks for what an export holds, and answers with it in the format that was asked for.</summary>
internal static class ExportAnswers
{
    public static Task<IResult> ExportAsync(this HttpContext http, IMediator mediator, ContractExport export, CancellationToken cancellationToken)
    {
        Task<IResult> Contracts(ExportFile file, Func<Stream, IRowWriter<ContractRow>> writerTo) =>
            ContractsAsync(mediator, export.Filters, file, writerTo, cancellationToken);

        return export.Format switch
        {
            ExportFormat.Csv => Contracts(ExportFile.Csv, output => new CsvRowWriter<ContractRow>(output, CsvForms.Contracts)),
            ExportFormat.Ndjson => Contracts(ExportFile.Ndjson, output => new NdjsonRowWriter(output)),
            ExportFormat.Sheet => Contracts(ExportFile.Csv, output => new CsvRowWriter<ContractRow>(output, CsvForms.Sheet(SiteOf(http)))),
            ExportFormat.Lines => LinesAsync(mediator, export.Filters, cancellationToken),
            _ => throw new InvalidOperationException($"{export.Format} is no form of an export."),
        };
    }

    private static async Task<IResult> ContractsAsync(
        IMediator mediator, BrowseContracts filters, ExportFile file, Func<Stream, IRowWriter<ContractRow>> writerTo, CancellationToken cancellationToken) =>
        new ExportAnswer<ContractRow>(file, await mediator.Send(new ExportContracts { Filters = filters }, cancellationToken), writerTo);

    private static async Task<IResult> LinesAsync(IMediator mediator, BrowseContracts filters, CancellationToken cancellationToken) => new ExportAnswer<ExportedLine>(
        ExportFile.Lines, await mediator.Send(new ExportLines { Filters = filters }, cancellationToken), output => new CsvRowWriter<ExportedLine>(output, CsvForms.Lines));

    private static string SiteOf(HttpContext http) => http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.Address;
}
