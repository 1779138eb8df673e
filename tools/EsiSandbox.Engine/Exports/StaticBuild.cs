namespace HangarBay.EsiSandbox.Engine.Exports;

/// <summary>One release of the Static Data Export. A new one comes every three days, with the same content.</summary>
internal readonly record struct StaticBuild(int Number, DateTimeOffset Released)
{
    private const int FirstNumber = 2_960_198;
    private const int NumbersApart = 1_817;
    private static readonly DateTimeOffset First = new(2024, 1, 1, 11, 13, 46, TimeSpan.Zero);
    private static readonly TimeSpan Every = TimeSpan.FromDays(3);

    public string ZipName => FormattableString.Invariant($"eve-online-static-data-{Number}-jsonl.zip");

    public static StaticBuild At(DateTimeOffset instant)
    {
        var count = Math.Max(0, (int)((instant - First) / Every));
        return new(FirstNumber + count * NumbersApart, First + count * Every);
    }
}
