using HangarBay.Infrastructure.Esi;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Reference;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Application.Tests;

public sealed class DependencyInjectionTests
{
    public static TheoryData<Type> Requests =>
    [
        .. typeof(DependencyInjection).Assembly.GetTypes().Where(type => !type.IsAbstract && HandlerOf(type) is not null).OrderBy(type => type.Name),
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_request_has_one_handler_that_can_be_built(Type request)
    {
        var configuration = new ConfigurationBuilder().Build();
        using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddApplication()
            .AddEsi(configuration)
            .AddReference(configuration)
            .AddPersistence(new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=never-opened.db", MigrateOnStartup: false))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        using var scope = services.CreateScope();

        Assert.Single(scope.ServiceProvider.GetServices(HandlerOf(request)!));
    }

    [Fact]
    public void There_are_requests() => Assert.True(Requests.Count >= 8);

    private static Type? HandlerOf(Type type)
    {
        var request = Array.Find(type.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequest<>));
        return request is null ? null : typeof(IRequestHandler<,>).MakeGenericType(type, request.GetGenericArguments()[0]);
    }
}
