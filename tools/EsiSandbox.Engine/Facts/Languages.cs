namespace HangarBay.EsiSandbox.Engine.Facts;

/// <summary>The languages of ESI, English first.</summary>
internal static class Languages
{
    public static readonly string[] All = ["en", "de", "fr", "ja", "ru", "zh", "ko", "es"];

    /// <summary>Index into <see cref="All"/>; English for a language that ESI does not have.</summary>
    public static int Of(string? acceptLanguage)
    {
        foreach (var range in (acceptLanguage ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            var tag = range.Split(';', '-')[0];
            var index = Array.FindIndex(All, language => language.Equals(tag, StringComparison.OrdinalIgnoreCase));
            if (index >= 0)
                return index;
        }

        return 0;
    }

    /// <summary>Repeats a name that is the same in every language.</summary>
    public static string[] Same(string name) => [.. All.Select(_ => name)];

    /// <summary>The game's own translation is not known here, so the name is marked as invented: <c>Rokh·de</c>.</summary>
    public static string Invent(string english, int language) => language == 0 ? english : $"{english}·{All[language]}";
}
