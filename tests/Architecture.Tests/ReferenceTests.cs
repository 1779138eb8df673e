using System.Reflection;
using System.Text.RegularExpressions;
using Ardalis.Specification;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Market.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace HangarBay.Architecture.Tests;

/// <summary>Which part of the code may use which other part.</summary>
public sealed partial class ReferenceTests
{
    [Fact]
    public void The_domain_knows_nothing_but_the_base_library() => House.None(
        House.ReferencesOf(House.Domain).Where(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal)),
        "The domain has no packages and no framework");

    [Fact]
    public void The_application_knows_neither_the_database_nor_the_web_nor_the_infrastructure()
    {
        // Ardalis.Specification is allowed, because it has only abstractions and base classes, without I/O. Its EF package is for the
        // database tier.
        string[] forbidden =
        [
            "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Npgsql", "Microsoft.AspNetCore", "HangarBay.Infrastructure", "HangarBay.WebApi",
            "Ardalis.Specification.EntityFrameworkCore",
        ];

        House.None(
            House.ReferencesOf(House.Application).Where(name => forbidden.Any(start => name.StartsWith(start, StringComparison.Ordinal))),
            "The application references only ports, not the database, the web or the infrastructure");
    }

    [Fact]
    public void No_repository_saves_on_each_call() => House.None(
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

    [Fact]
    public void Only_the_market_writer_writes_the_market()
    {
        // The claim of a source adds the market's row; the busy mark belongs to the writer, which is in the same folder.
        string[] claimers = ["ClaimSourceHandler"];
        Type[] ports = [typeof(IBulkWriter), typeof(IMarketContracts), typeof(IMarketRow), typeof(IRepository<Contract>)];
        var others = House.TypesOf(House.Application, House.WebUi, House.WebApi).Where(type => type.Namespace?.StartsWith("HangarBay.Application.Market", StringComparison.Ordinal) != true).ToList();

        House.None(others.Where(type => Needs(type).Any(ports.Contains)).Select(type => type.FullName!), "Only the market's writer has these ports");
        House.None(
            others.Where(type => !claimers.Contains(type.Name) && Needs(type).Contains(typeof(IRepository<MarketState>))).Select(type => type.FullName!),
            "Only the claim of a source adds the market's row");
        House.None(
            House.SourcesBelow("src").Where(file => !file.Contains("Domain", StringComparison.Ordinal) && !file.Contains("Application/Market", StringComparison.Ordinal)
                && PartOfAContract().IsMatch(House.Read(file))),
            "Only the market's writer loads and writes parts of contracts");
    }

    [Fact]
    public void A_request_on_a_read_only_session_has_a_handler_that_writes_nothing() => House.None(
        House.TypesOf(House.Application)
            .Where(type => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
                && one.GetGenericArguments()[0].IsAssignableTo(typeof(ILimitedQuestion))))
            .Where(type => Needs(type).Any(need => need == typeof(IUnitOfWork) || need == typeof(IMarketWriter)
                || (need.IsGenericType && need.GetGenericTypeDefinition() == typeof(IRepository<>))))
            .Select(type => type.FullName!),
        "The handler of a request on a read-only session must not write");

    /// <summary>The types of a type's constructor parameters, fields and methods.</summary>
    private static IEnumerable<Type> Needs(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters())
            .Concat(type.GetMethods(All).SelectMany(method => method.GetParameters())).Select(parameter => parameter.ParameterType)
            .Concat(type.GetFields(All).Select(field => field.FieldType));
    }

    [GeneratedRegex(@"Contract\.(Waiting|ColumnsOfLines|ColumnsOfBids)\b")]
    private static partial Regex PartOfAContract();
}
