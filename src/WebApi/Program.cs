using HangarBay.Application;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Settings;
using HangarBay.WebApi.Cli;
using HangarBay.WebApi.Hosting;

return await CommandLine.RunAsync(args, Compose);

// The one host, for serving and for every command.
static WebApplication Compose(string[] settings, HostRole role)
{
    var builder = WebApplication.CreateBuilder(settings);
    builder.AddLogging(role);
    builder.Services.AddPersistence(builder.Configuration.ReadDatabase(builder.Environment.ContentRootPath)).AddDatabaseStartup();
    builder.Services.AddApplication();

    var app = builder.Build();
    app.UseRequestLogging();
    app.MapHealth();
    return app;
}
