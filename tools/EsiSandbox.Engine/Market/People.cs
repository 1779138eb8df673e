using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>
/// Invented characters and corporations. Their ids are in the ranges of the game. Ids and numbers are computed from each other, so names
/// need no list, and an id that belongs to nobody is recognised.
/// </summary>
internal sealed class People(int contracts)
{
    private const long OldCharacters = 90_000_000;
    private const long NewCharacters = 2_112_000_000;
    private const long PlayerCorporations = 98_000_000;
    private const int IdStep = 37;
    private const int MembersPerCorporation = 4;

    private static readonly string[] First =
    [
        "Ada", "Bex", "Cael", "Dorrim", "Elys", "Fen", "Garrik", "Hesta", "Ivo", "Jorun", "Kestra", "Lorn", "Maelle", "Nerys", "Osk", "Petra",
        "Quill", "Ravn", "Sable", "Tarek", "Ulla", "Vesper", "Wren", "Xandra", "Yorick", "Zhen", "Amarys", "Brannoc", "Corvane", "Dusk", "Ember",
    ];

    private static readonly string[] Last =
    [
        "Aldane", "Brightwater", "Cinderfall", "Draketh", "Eversong", "Farrow", "Glasswing", "Holloway", "Ironvale", "Jackdaw", "Kestrel", "Longshore",
        "Marrow", "Nightjar", "Oakenheart", "Pellucid", "Quarrel", "Redfern", "Stormcrow", "Thistle", "Underhill", "Voss", "Winterbourne", "Yarrow",
        "Ashgrove", "Blackwood", "Coldiron", "Duskwalker", "Emberlain",
    ];

    private static readonly string[] Trade = ["Haulage", "Mining", "Salvage", "Reclamation", "Shipyards", "Expeditions", "Syndicate", "Logistics", "Works", "Holdings", "Traders"];

    private readonly int _count = Math.Max(50, contracts / 5);

    public (long Character, long Corporation) Issuer(ref Chance chance)
    {
        // Few traders issue much and many issue little. The square favours the first ones.
        var share = chance.Fraction();
        var index = (int)(share * share * _count);
        var npc = Chance.Mix((ulong)index) % 100 < 20;
        var corporation = npc
            ? EmbeddedTables.BeginnersCorporations[index % EmbeddedTables.BeginnersCorporations.Length]
            : CorporationId(index / MembersPerCorporation);
        return (CharacterId(index), corporation);
    }

    /// <summary>The category and name of an id; null when nobody invented here has it.</summary>
    public (string Category, string Name)? Find(long id)
    {
        if (Index(id, PlayerCorporations) is { } corporation && corporation <= _count / MembersPerCorporation)
            return ("corporation", CorporationName(corporation));
        if (Index(id, OldCharacters) is { } old && old % 2 == 0 && old < _count)
            return ("character", CharacterName(old));
        if (Index(id, NewCharacters) is { } recent && recent % 2 == 1 && recent < _count)
            return ("character", CharacterName(recent));
        return null;
    }

    /// <summary>The id of the corporation of this number; there is one for every four traders.</summary>
    public static long CorporationId(long number) => PlayerCorporations + number * IdStep;

    /// <summary>A name for each number. No two share one: when the parts of names are used up, a number is added.</summary>
    public static string CharacterName(long number)
    {
        var round = number / (First.Length * Last.Length);
        var name = $"{First[number % First.Length]} {Last[number / First.Length % Last.Length]}";
        return round == 0 ? name : $"{name} {round}";
    }

    public static string CorporationName(long number)
    {
        var round = number / (Last.Length * Trade.Length);
        var name = $"{Last[number % Last.Length]} {Trade[number / Last.Length % Trade.Length]}";
        return round == 0 ? name : $"{name} {round}";
    }

    private static long CharacterId(int index) => (index % 2 == 0 ? OldCharacters : NewCharacters) + (long)index * IdStep;

    private static long? Index(long id, long first) => id >= first && (id - first) % IdStep == 0 ? (id - first) / IdStep : null;
}
