using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HangarBay.Bench.Reading.Bare;

/// <summary>
/// A yardstick: the measured requests and nothing else, from Kestrel to the driver by the shortest way, in prepared statements
/// that go to the server together. It asks the database for everything each time and keeps nothing.
/// </summary>
internal static class BareServer
{
    public const string Root = "/api/v1/";

    public static async Task RunAsync(string urls, string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection)
        {
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 1,
            // Nothing is set on a connection that would have to be reset for the next who takes it.
            NoResetOnClose = true,
        });
        await using var app = builder.Build();
        var answers = ReadRequest.All.ToDictionary(request => Root + request.Path, request => request.Bare);
        app.Run(context => answers.TryGetValue(context.Request.Path + context.Request.QueryString.Value, out var answer)
            ? AnswerAsync(context.Response, source, answer)
            : NotFound(context.Response));
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpResponse response, NpgsqlDataSource source, BareAnswer answer)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in answer.Statements) batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        await using var results = await batch.ExecuteReaderAsync();
        response.ContentType = "application/json; charset=utf-8";
        await using (var json = new Utf8JsonWriter(response.BodyWriter, Wire.Options)) await answer.WriteAsync(results, json);
    }

    private static Task NotFound(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static class Wire
    {
        public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };
    }
}
