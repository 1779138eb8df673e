using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace HangarBay.WebApi.Hosting;

/// <summary>
/// Writes one line for each event to the console: compact JSON where the site is served, text for people in Development and for commands.
/// Both carry the request's W3C trace id. Levels follow <c>Logging:LogLevel</c>, as in any ASP.NET application.
/// </summary>
internal static class LoggingRegistration
{
    private const string Text = "{Timestamp:HH:mm:ss.fff} {Level:u3} {TraceId} {SourceContext}: {Message:lj}{NewLine}{Exception}";

    // Set here and not in appsettings.json, which is not found when the process starts in another folder.
    private static readonly Dictionary<string, LogEventLevel> Quiet = new()
    {
        ["Microsoft"] = LogEventLevel.Warning,
        ["Microsoft.Hosting.Lifetime"] = LogEventLevel.Information,
        // The code that meets a database fault logs it once, as a sentence. These categories would log every failed attempt of every
        // request.
        ["Microsoft.EntityFrameworkCore.Database"] = LogEventLevel.Fatal,
        ["Microsoft.EntityFrameworkCore.Query"] = LogEventLevel.Fatal,
        ["Npgsql"] = LogEventLevel.Fatal,
        ["System.Net.Http"] = LogEventLevel.Warning,
        ["Polly"] = LogEventLevel.Warning,
    };

    public static void AddLogging(this WebApplicationBuilder builder, HostRole role)
    {
        var isJson = !builder.Environment.IsDevelopment() && role == HostRole.Server;
        // Not the static logger, because several hosts may live in one process.
        builder.Services.AddSerilog(
            logger =>
            {
                SetLevels(logger, builder.Configuration, role);
                logger.Enrich.FromLogContext().Enrich.With<WithoutPaths>();
                var toError = role != HostRole.Server ? LevelAlias.Minimum : (LogEventLevel?)null;
                if (isJson) logger.WriteTo.Console(new RenderedCompactJsonFormatter(), standardErrorFromLevel: toError);
                else logger.WriteTo.Console(outputTemplate: Text, formatProvider: null, standardErrorFromLevel: toError);
            },
            preserveStaticLogger: true);
    }

    /// <summary>
    /// Logs one line for each request: method, path without its query (the route where the path is private), status and time.
    /// </summary>
    public static void UseRequestLogging(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("RequestPath", new ScalarValue(ToldPath.Of(context))),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.GetLevel = (context, _, exception) => (exception, context.Response.StatusCode, context.Request.Path.Value) switch
        {
            (not null, _, _) or (_, 500, _) => LogEventLevel.Error,
            (_, _, "/health" or "/ready") => LogEventLevel.Debug,
            _ => LogEventLevel.Information,
        };
    });

    /// <summary>
    /// ASP.NET adds the path to every log line of a request. Only the request's own line keeps it, and the trace id leads there.
    /// </summary>
    private sealed class WithoutPaths : ILogEventEnricher
    {
        private const string RequestLine = "Serilog.AspNetCore.RequestLoggingMiddleware";

        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            var isRequestLine = logEvent.Properties.GetValueOrDefault(Constants.SourceContextPropertyName) is ScalarValue { Value: RequestLine };
            if (!isRequestLine) logEvent.RemovePropertyIfPresent("RequestPath");
        }
    }

    private static void SetLevels(LoggerConfiguration logger, ConfigurationManager configuration, HostRole role)
    {
        logger.MinimumLevel.Is(role != HostRole.Server ? LogEventLevel.Warning : LogEventLevel.Information);
        foreach (var (category, level) in Quiet) logger.MinimumLevel.Override(category, level);
        foreach (var entry in configuration.GetSection("Logging:LogLevel").GetChildren())
        {
            if (!Enum.TryParse<LogLevel>(entry.Value, ignoreCase: true, out var level)) continue;
            var converted = level == LogLevel.None ? LevelAlias.Off : (LogEventLevel)level;
            if (entry.Key == "Default") logger.MinimumLevel.Is(converted);
            else logger.MinimumLevel.Override(entry.Key, converted);
        }
    }
}
