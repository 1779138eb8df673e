using System.Text.RegularExpressions;
using Ardalis.Specification;
using MediatR;

namespace HangarBay.Architecture.Tests;

/// <summary>Names and shapes of types and files.</summary>
public sealed partial class ShapeTests
{
    // Specifications that so far only the tests of their use case run. The list may get shorter, not longer.
    private static readonly string[] WithoutATestOfTheirOwn =
    [
        "CategoriesOfIds", "CharactersOfIds", "ContractWithBids", "ContractWithLines", "ContractsChangedSince", "ContractsOfIds", "CorporationsOfIds", "CoverageOfRegion",
        "EntriesAbout", "EveryOpenContract", "EveryOpenLine", "GroupsOfIds", "LinesDue", "LinesChangedSince", "LiveInRegion", "MarksSince",
        "OpenContractsAbove", "OpenListings", "RegionsNotDue", "RowsChangedSince`1", "TheMarket", "TriedRegions",
    ];

    // These handlers decide nothing; they only forward the request.
    private static readonly string[] OnlyForwarding = ["RetryLinesHandler"];

    [Fact]
    public void Requests_are_sealed_records_with_one_handler_in_the_same_folder()
    {
        var types = House.TypesOf(House.Application);
        var requests = types.Where(type => type.IsClass && type.Implements(typeof(IRequest<>))).ToList();
        var handlers = types.Where(type => type.Implements(typeof(IRequestHandler<,>))).ToLookup(HandledBy);

        Assert.NotEmpty(requests);
        House.None(requests.Where(request => !request.IsRecord() || !request.IsSealed).Select(request => request.FullName!), "A request is a sealed record");
        House.None(
            requests.Where(request => handlers[request].Count() != 1 || handlers[request].Any(handler => handler.Namespace != request.Namespace))
                .Select(request => request.FullName!),
            "A request has exactly one handler, in the same namespace");
    }

    [Fact]
    public void Handlers_have_unit_tests()
    {
        var tests = string.Join('\n', House.SourcesBelow("tests/Application.Tests").Select(House.Read));
        var handlers = House.TypesOf(House.Application).Where(type => type.Implements(typeof(IRequestHandler<,>))).Select(type => type.Name).ToList();

        Assert.NotEmpty(handlers);
        House.None(
            handlers.Where(name => !OnlyForwarding.Contains(name) && !IsMadeIn(tests, name)),
            "A handler with logic has a unit test");
        House.None(
            OnlyForwarding.Where(name => !handlers.Contains(name) || IsMadeIn(tests, name)),
            "Remove these handlers from the list: they no longer exist or have unit tests");
    }

    [Fact]
    public void No_type_has_a_vague_name() => House.None(
        House.TypesOf(House.All).Where(type => Vague().IsMatch(type.Name.Split('`')[0])).Select(type => type.FullName!),
        "These names are too vague");

    [Fact]
    public void Namespaces_are_folders() => House.None(
        from file in House.SourcesBelow("src")
        let match = Namespace().Match(House.Read(file))
        where match.Success && match.Groups[1].Value != Expected(file)
        select $"{file}: {match.Groups[1].Value}",
        "A namespace is the folder's path");

    [Fact]
    public void No_namespace_is_named_like_a_type()
    {
        var types = House.TypesOf(House.All).ToLookup(type => type.Name.Split('`')[0]);

        House.None(
            House.TypesOf(House.All).Select(type => type.Namespace!).Where(name => types.Contains(name.Split('.')[^1])),
            "A name is either a namespace or a type");
    }

    [Fact]
    public void Specifications_are_sealed_unless_another_derives_from_them()
    {
        var specifications = Specifications();

        Assert.NotEmpty(specifications);
        House.None(
            specifications.Where(type => !type.IsSealed && specifications.All(other => other.BaseType != type)).Select(type => type.FullName!),
            "A specification is sealed");
    }

    [Fact]
    public void Specifications_are_named_in_a_test()
    {
        var tests = string.Join('\n', House.SourcesBelow("tests").Where(file => !file.Contains("Architecture.Tests", StringComparison.Ordinal)).Select(House.Read));

        House.None(
            Specifications().Select(type => type.Name)
                .Where(name => !WithoutATestOfTheirOwn.Contains(name) && !Regex.IsMatch(tests, $@"\b{name}\b")),
            "A specification has a test that runs it on both engines");
    }

    private static List<Type> Specifications() =>
        [.. House.TypesOf(House.Application, House.Infrastructure).Where(type => type is { IsClass: true, IsAbstract: false } && IsSpecification(type))];

    private static bool IsMadeIn(string tests, string handler) => tests.Contains($"new {handler}(", StringComparison.Ordinal);

    private static bool IsSpecification(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == typeof(Specification<>)) return true;
        }

        return false;
    }

    private static Type HandledBy(Type handler) => handler.GetInterfaces()
        .First(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).GetGenericArguments()[0];

    /// <summary><c>src/WebApi/Json/WireFormat.cs</c> stands for <c>HangarBay.WebApi.Json</c>.</summary>
    private static string Expected(string file) =>
        "HangarBay." + string.Join('.', file.Split(Path.DirectorySeparatorChar)[1..^1]);

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Common|Dto|Vm)$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
