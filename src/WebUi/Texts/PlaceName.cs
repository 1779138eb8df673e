namespace HangarBay.WebUi.Texts;

/// <summary>
/// A place's name in two halves: the orbit where it is, with a moon as players write it (<c>Jita IV-4</c>), and what stands there (null: the
/// name has no such half).
/// </summary>
/// <remarks>The game names stations, and proposes to name structures, <c>Jita IV - Moon 4 - Caldari Navy Assembly Plant</c>: what stands there comes last.</remarks>
public readonly record struct PlaceName(string Where, string? What)
{
    private const string Dash = " - ";
    private const string Moon = " - Moon ";

    public static PlaceName Of(string name) =>
        name.LastIndexOf(Dash, StringComparison.Ordinal) is > 0 and var at ? new(name[..at].Replace(Moon, "-", StringComparison.Ordinal), name[(at + Dash.Length)..]) : new(name, null);
}
