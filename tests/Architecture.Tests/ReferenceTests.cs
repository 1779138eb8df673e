using System.Reflection;
using Ardalis.Specification;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace HangarBay.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_domain_knows_nothing_but_the_base_library() => House.None(
        House.ReferencesOf(House.Domain).Where(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal)),
        "The domain has no packages and no framework");

    [Fact]
    public void The_application_knows_neither_the_database_nor_the_web_nor_the_infrastructure()
    {
        // Ardalis.Specification is admitted: words and base classes, without I/O. Its other half is the database's.
        string[] forbidden =
        [
            "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Npgsql", "Microsoft.AspNetCore", "HangarBay.Infrastructure", "HangarBay.WebApi",
            "Ardalis.Specification.EntityFrameworkCore",
        ];

        House.None(
            House.ReferencesOf(House.Application).Where(name => forbidden.Any(start => name.StartsWith(start, StringComparison.Ordinal))),
            "The application speaks to the outside through its ports");
    }

    [Fact]
    public void Nothing_is_a_repository_that_saves_on_each_call() => House.None(
        House.TypesOf(House.All)
            .Where(type => type.Implements(typeof(IReadRepositoryBase<>)) || type.Implements(typeof(IRepositoryBase<>)))
            .Select(type => type.FullName!),
        "A use case saves once, through its unit of work");

    [Fact]
    public void The_web_api_uses_no_types_of_the_database() => House.None(
        House.ReferencesOf(House.WebApi).Where(name =>
            name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Data", StringComparison.Ordinal)
            || name.StartsWith("Npgsql", StringComparison.Ordinal)),
        "Only the infrastructure knows the engines");

    [Fact]
    public void Endpoints_are_given_a_mediator_and_nothing_else_to_work_with()
    {
        Type[] allowed = [typeof(HttpContext), typeof(IMediator), typeof(CancellationToken)];
        var handlers = House.TypesOf(House.WebApi)
            .Where(type => type.Namespace == "HangarBay.WebApi.Endpoints" && type.Name.EndsWith("Endpoints", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType))
            .ToList();

        Assert.NotEmpty(handlers);
        House.None(
            from handler in handlers
            from parameter in handler.GetParameters()
            where !allowed.Contains(parameter.ParameterType)
            select $"{handler.DeclaringType!.Name}.{handler.Name}({parameter.ParameterType.Name})",
            "An endpoint reads the request, sends it and answers");
    }
}
