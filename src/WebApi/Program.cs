using HangarBay.Application;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Settings;
using HangarBay.WebApi.Cli;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Hosting;

return await CommandLine.RunAsync(args, Compose);

// The one host, for serving and for every command.
static WebApplication Compose(string[] settings, HostRole role)
{
    var builder = WebApplication.CreateBuilder(settings);
    builder.AddLogging(role);
    builder.Services.AddPersistence(builder.Configuration.ReadDatabase(builder.Environment.ContentRootPath));
    builder.Services.AddApplication();
    builder.Services.AddApi();

    var app = builder.Build();
    app.UseRequestLogging();
    app.UseApi();
    app.MapHealth();
    app.MapApi();
    return app;
}
