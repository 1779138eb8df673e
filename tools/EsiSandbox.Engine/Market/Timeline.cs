namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>What is decided about a contract before its content: when it is issued, when it would expire, when it really ends.</summary>
/// <param name="Ends">Before <paramref name="Expires"/> where somebody accepted it or the issuer withdrew it.</param>
internal readonly record struct Life(long Id, DateTimeOffset Issued, DateTimeOffset Expires, DateTimeOffset Ends)
{
    public bool IsLiveAt(DateTimeOffset instant) => Issued <= instant && instant < Ends;
}

/// <summary>
/// The endless sequence of generated contracts: number n is issued n intervals after the epoch. The interval is chosen so that about as
/// many contracts are live at any time as the options ask for. Nothing is remembered, so a restart changes nothing.
/// </summary>
internal sealed class Timeline
{
    /// <summary>At most every fourth id belongs to a contract. Real ids have gaps too, where private contracts are.</summary>
    private const int IdsPerNumber = 4;

    private const long FirstId = 210_000_000;
    private const int LongestDays = 28;

    // The Forge gets about 230 new contracts an hour and has 34,000. Most are accepted or withdrawn within days, and the others stay
    // until their expiry. Half of the listed contracts are of the second kind.
    private const double EndedEarlyPercent = 89;
    private const double Haste = 6.1;

    // 28 days for nine in ten, the rest shorter. A random fraction to the power n is 1/(n+1) on average.
    private const double MeanDays = (0.90 * 28 + 0.05 * 14 + 0.02 * 7 + 0.02 * 3 + 0.01 * 1)
        * (1 - EndedEarlyPercent / 100 * Haste / (Haste + 1));

    private static readonly DateTimeOffset Epoch = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly long _seed;
    private readonly double _interval;
    private readonly int _standing;
    private readonly long _standingStep;

    /// <param name="standing">
    /// How many turns there are among the contracts that stay until their date, 28 days after their issue. They come at even distances and
    /// take turns: 0, 1, 2 and so on, then 0 again. So one of each turn is live at any time. 0: there are no such contracts.
    /// </param>
    public Timeline(long seed, int size, int standing = 0)
    {
        _seed = seed;
        _interval = TimeSpan.FromDays(MeanDays).TotalSeconds / size;
        _standing = standing;
        // A step less than their share of 28 days, because a contract is issued up to an interval late.
        _standingStep = standing == 0 ? 0 : Math.Max(1, (long)(TimeSpan.FromDays(LongestDays).TotalSeconds / _interval - 2) / standing);
    }

    /// <summary>The range of numbers that contains every contract that is live at an instant.</summary>
    public (long First, long Last) NumbersAt(DateTimeOffset instant) =>
        (Math.Max(0, NumberAt(instant.AddDays(-LongestDays)) - 1), NumberAt(instant));

    /// <summary>Null when no contract of the sequence has this id.</summary>
    public Life? Find(long id)
    {
        var number = (id - FirstId) / IdsPerNumber;
        return id >= FirstId && IdOf(number) == id ? Of(number) : null;
    }

    /// <summary>The turn of a contract that stays until its date, from 0; null for an ordinary one, and for one that is not of the sequence.</summary>
    public int? StandingOf(long id)
    {
        var number = (id - FirstId) / IdsPerNumber;
        return IsStanding(number) && id >= FirstId && IdOf(number) == id ? (int)(number / _standingStep % _standing) : null;
    }

    /// <summary>The lowest id that is above every contract issued by now and belongs to no contract.</summary>
    public long FreeIdAfter(DateTimeOffset now) => FirstId + NumberAt(now) * IdsPerNumber + IdsPerNumber - 1;

    /// <summary>The next id after a free one that belongs to no contract of the sequence: the last of each four.</summary>
    public static long NextFreeId(long freeId) => freeId + IdsPerNumber;

    private long NumberAt(DateTimeOffset instant) => (long)Math.Floor((instant - Epoch).TotalSeconds / _interval);

    private bool IsStanding(long number) => _standing > 0 && number % _standingStep == 0;

    private long IdOf(long number) =>
        FirstId + number * IdsPerNumber + Chance.Of(_seed, number, Purpose.Gap).Below(IdsPerNumber - 1);

    public Life Of(long number)
    {
        var id = IdOf(number);
        var chance = Chance.Of(_seed, id, Purpose.Life);
        var issued = Epoch.AddSeconds(Math.Floor((number + chance.Fraction()) * _interval));
        if (IsStanding(number))
            return new(id, issued, issued.AddDays(LongestDays), issued.AddDays(LongestDays));
        var days = chance.Below(100) switch { < 90 => LongestDays, < 95 => 14, < 97 => 7, < 99 => 3, _ => 1 };
        var expires = issued.AddDays(days);
        var ends = chance.Percent(EndedEarlyPercent) ? issued.AddSeconds(Math.Floor(Math.Pow(chance.Fraction(), Haste) * days * 86_400)) : expires;
        return new(id, issued, expires, ends);
    }
}
