using HangarBay.Application;
using HangarBay.Infrastructure.Esi;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Settings;
using HangarBay.Infrastructure.Reference;
using HangarBay.WebApi.Cli;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Hosting;
using HangarBay.WebApi.Pages;
using HangarBay.WebApi.Workers;

return await CommandLine.RunAsync(args, ComposeAsync);

// The one host, for serving and for every command.
static async Task<WebApplication> ComposeAsync(string[] settings, HostRole role)
{
    var builder = SiteFiles.CreateBuilder(settings);
    builder.AddLogging(role);
    builder.AddTelemetry(role);
    await builder.AddSandboxAsync(role);
    builder.Services.AddPersistence(builder.Configuration.ReadDatabase(builder.Environment.ContentRootPath)).AddDatabaseStartup();
    builder.Services.AddEsi(builder.Configuration);
    builder.Services.AddReference(builder.Configuration);
    builder.Services.AddApplication();
    builder.Services.AddApi(builder.Configuration, role);
    builder.Services.AddPages();
    builder.Services.AddWorkers(role);

    var app = builder.Build();
    app.UseRequestLogging();
    app.UseApi();
    app.UseWholeFiles();
    app.MapApi();
    app.MapStaticAssets().WithMetadata(PublicAnswer.File);
    app.MapPages();
    app.MapSitemaps();
    app.MapHealth();
    return app;
}
