using HangarBay.Domain;

namespace HangarBay.WebUi.Texts;

/// <summary>The form of a word that a count needs, with CLDR's names.</summary>
public enum PluralForm
{
    One,
    Few,
    Many,
    Other,
}

/// <summary>The forms that a language has, and the one that a whole number needs (CLDR's cardinal rules for integers).</summary>
public static class PluralRule
{
    private static readonly PluralForm[] OnlyOther = [PluralForm.Other];
    private static readonly PluralForm[] OneOther = [PluralForm.One, PluralForm.Other];
    private static readonly PluralForm[] OneManyOther = [PluralForm.One, PluralForm.Many, PluralForm.Other];
    private static readonly PluralForm[] OneFewMany = [PluralForm.One, PluralForm.Few, PluralForm.Many];

    /// <summary>The forms that a whole number can need; Russian's fourth is for fractions.</summary>
    public static IReadOnlyList<PluralForm> FormsOf(Language language) => language switch
    {
        Language.Ja or Language.Zh or Language.Ko => OnlyOther,
        Language.Ru => OneFewMany,
        Language.Fr or Language.Es => OneManyOther,
        _ => OneOther,
    };

    /// <param name="language">The language of the rule.</param>
    /// <param name="number">0 or more.</param>
    public static PluralForm Of(Language language, int number) => language switch
    {
        Language.Ja or Language.Zh or Language.Ko => PluralForm.Other,
        Language.Ru => Russian(number % 10, number % 100),
        Language.Fr => number < 2 ? PluralForm.One : MillionsOr(number),
        Language.Es => number == 1 ? PluralForm.One : MillionsOr(number),
        _ => number == 1 ? PluralForm.One : PluralForm.Other,
    };

    private static PluralForm Russian(int last, int lastTwo) => (last, lastTwo) switch
    {
        (1, not 11) => PluralForm.One,
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => PluralForm.Few,
        _ => PluralForm.Many,
    };

    /// <summary>French and Spanish put "de" behind whole millions.</summary>
    private static PluralForm MillionsOr(int number) => number != 0 && number % 1_000_000 == 0 ? PluralForm.Many : PluralForm.Other;
}
