namespace HangarBay.Domain.Catalogue;

/// <summary>A type's name in one language, normalised for search (B3).</summary>
public sealed class TypeSearchName
{
    private TypeSearchName() => Text = "";

    internal TypeSearchName(TypeId typeId, Language language, string text)
    {
        TypeId = typeId;
        Language = language;
        Text = text;
    }

    public TypeId TypeId { get; private set; }

    public Language Language { get; private set; }

    public string Text { get; private set; }
}
