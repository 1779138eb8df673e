using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.Names;

/// <summary>The words of headlines in one language. A page makes fifty headlines, so the words are read from the resources once.</summary>
internal sealed class HeadlineWords
{
    private static readonly ResourceManager Resources = new(typeof(HeadlineWords));
    private static readonly ConcurrentDictionary<Language, HeadlineWords> Kept = [];

    private readonly CompositeFormat _wanted;
    private readonly CompositeFormat _courierTo;
    private readonly CompositeFormat _contract;

    private HeadlineWords(Language language)
    {
        var culture = CultureInfo.GetCultureInfo(language.ToString().ToLowerInvariant());
        string Read(string name) => Resources.GetString(name, culture) ?? throw new MissingManifestResourceException($"Headlines have no words for {name}.");

        UnknownType = Read(nameof(UnknownType));
        Courier = Read(nameof(Courier));
        _wanted = CompositeFormat.Parse(Read(nameof(Wanted)));
        _courierTo = CompositeFormat.Parse(Read(nameof(CourierTo)));
        _contract = CompositeFormat.Parse(Read(nameof(Contract)));
    }

    /// <summary>The text for a type without a name.</summary>
    public string UnknownType { get; }

    /// <summary>The headline of a courier contract whose end has no name.</summary>
    public string Courier { get; }

    public static HeadlineWords In(Language language) => Kept.GetOrAdd(language, static unread => new HeadlineWords(unread));

    public string Wanted(string type) => string.Format(CultureInfo.InvariantCulture, _wanted, type);

    public string CourierTo(string end) => string.Format(CultureInfo.InvariantCulture, _courierTo, end);

    public string Contract(ContractId id) => string.Format(CultureInfo.InvariantCulture, _contract, id.Value);
}
