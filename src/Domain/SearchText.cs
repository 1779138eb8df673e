namespace HangarBay.Domain;

/// <summary>The one normal form of text that is searched (B3): .NET's invariant lower case, so that both engines agree.</summary>
public static class SearchText
{
    public static string Normalise(string text) => text.Trim().ToLowerInvariant();
}
