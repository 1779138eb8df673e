using HangarBay.Application;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Endpoints;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPersistence(new DatabaseSettings(
    Enum.Parse<DatabaseProvider>(builder.Configuration["Database:Provider"] ?? "Sqlite"),
    builder.Configuration.GetConnectionString("HangarBay") ?? "Data Source=hangar_bay.db",
    MigrateOnStartup: true));
builder.Services.AddApplication();
builder.Services.AddApi();
var app = builder.Build();
app.UseApi();
app.MapApi();
app.Run();
