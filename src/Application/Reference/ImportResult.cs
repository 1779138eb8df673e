namespace HangarBay.Application.Reference;

/// <summary>How an import ended.</summary>
public abstract record ImportResult
{
    private ImportResult()
    {
    }

    /// <summary>
    /// <paramref name="Rows"/> were read, of which <paramref name="Written"/> differed from what was stored. <paramref name="SetAside"/>
    /// could not be kept (M9). <paramref name="Rederived"/> contracts changed with them. <paramref name="Build"/> is the static data's,
    /// null for anything else.
    /// </summary>
    public sealed record Imported(long? Build, int Rows, int Written, int SetAside, int Rederived) : ImportResult;

    /// <summary>The source holds nothing new, so nothing was written.</summary>
    public sealed record AlreadyImported(long? Build, DateTimeOffset At) : ImportResult;
}
