using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Architecture.Tests;

/// <summary>The four built projects and their source files.</summary>
internal static partial class House
{
    public static readonly Assembly Domain = typeof(Isk).Assembly;
    public static readonly Assembly Application = typeof(IUnitOfWork).Assembly;
    public static readonly Assembly Infrastructure = typeof(HangarBayDbContext).Assembly;
    public static readonly Assembly WebApi = typeof(Program).Assembly;

    public static readonly Assembly WebUi = typeof(WebUi.PageContext).Assembly;

    public static IReadOnlyList<Assembly> All { get; } = [Domain, Application, Infrastructure, WebUi, WebApi];

    public static string Root { get; } = FindRoot();

    /// <summary>Types in hand-written code, including nested ones, without those that the compiler or EF's tools made.</summary>
    public static IReadOnlyList<Type> TypesOf(params IEnumerable<Assembly> assemblies) =>
    [
        .. assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type =>
            !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            && !type.Name.Contains('<', StringComparison.Ordinal)
            && type.Namespace?.StartsWith("HangarBay.", StringComparison.Ordinal) == true
            && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal)),
    ];

    public static IReadOnlyList<string> ReferencesOf(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Order(StringComparer.Ordinal)];

    /// <summary>Every C# file below a folder of the repository, by its path from there.</summary>
    public static IEnumerable<string> SourcesBelow(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !BuildOutput().IsMatch(file));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Fails if there are offenders, and lists one in a line.</summary>
    public static void None(IEnumerable<string> offenders, string rule)
    {
        var found = offenders.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, $"{rule}:\n{string.Join('\n', found)}");
    }

    public static bool Implements(this Type type, Type openInterface) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == openInterface);

    public static bool IsRecord(this Type type) => type.GetMethod("<Clone>$") is not null;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HangarBay.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex BuildOutput();
}
