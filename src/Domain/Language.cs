namespace HangarBay.Domain;

/// <summary>The eight languages of the game, which are also the site's. <c>default</c> is English.</summary>
public enum Language
{
    En,
    De,
    Fr,
    Ja,
    Ru,
    Zh,
    Ko,
    Es,
}
