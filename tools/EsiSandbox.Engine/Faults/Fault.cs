using System.Globalization;
using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>A fault on demand. Added to the <see cref="FaultBoard"/>, it strikes every call that it matches.</summary>
public abstract record Fault
{
    /// <summary>Only calls whose path contains this; null: any path.</summary>
    public string? Path { get; init; }

    /// <summary>Only lists of this region; null: any call.</summary>
    public int? Region { get; init; }

    /// <summary>Only this page, from 1; null: any page.</summary>
    public int? Page { get; init; }

    /// <summary>How many calls it strikes; null: until it is removed.</summary>
    public int? Count { get; init; }

    /// <summary>Its name in <c>/sandbox/faults</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether it strikes this call. Some faults need a certain kind of call, as a torn page needs a list.</summary>
    internal virtual bool Matches(Call call) =>
        (Path is null || call.Path.Contains(Path, StringComparison.Ordinal))
        && (Region is null || call.Region == Region)
        && (Page is null || call.Page == Page);

    /// <summary>Runs once when the fault is added; false when the fault is then complete and strikes no call.</summary>
    internal virtual bool Begin(Sandbox sandbox) => true;

    /// <param name="next">The answer without this fault.</param>
    internal abstract ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next);

    /// <summary>A description for people.</summary>
    public sealed override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Kind} path={Path ?? "any"} region={Region?.ToString(CultureInfo.InvariantCulture) ?? "any"} page={Page?.ToString(CultureInfo.InvariantCulture) ?? "any"}");
}
