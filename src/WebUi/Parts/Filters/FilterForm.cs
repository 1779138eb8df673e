using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain.Contracts;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Refusals;

namespace HangarBay.WebUi.Parts.Filters;

/// <summary>The content of the filters' form: the fields of this view, and what it keeps of the rest.</summary>
/// <param name="View">The view with what is chosen.</param>
/// <param name="Refused">What is refused; null: nothing.</param>
public sealed record FilterForm(ContractsView View, RefusedInput? Refused)
{
    /// <summary>The terms of blueprints.</summary>
    public static readonly IReadOnlyList<BoundsFilter> OfBlueprints = [ContractFilters.Runs, ContractFilters.MaterialEfficiency, ContractFilters.TimeEfficiency];

    private static readonly string[] None = [];

    /// <summary>The amounts that the view's segment has.</summary>
    public IReadOnlyList<BoundsFilter> Amounts { get; } = View.Segment switch
    {
        ContractSegment.Blueprints or ContractSegment.Goods => [ContractFilters.Price, ContractFilters.UnitPrice],
        ContractSegment.Wanted => [ContractFilters.Reward],
        ContractSegment.Couriers => [ContractFilters.Collateral, ContractFilters.Reward],
        _ => [ContractFilters.Price],
    };

    /// <summary>Whether the segment offers things, of which one may stand alone.</summary>
    public bool MayBeSingle { get; } = View.Segment is not (ContractSegment.Wanted or ContractSegment.Couriers);

    /// <summary>Whether the segment has blueprints.</summary>
    public bool HasBlueprints { get; } = View.Segment is not (ContractSegment.Ships or ContractSegment.Goods or ContractSegment.Couriers);

    /// <summary>Whether the segment has couriers alone, which end somewhere.</summary>
    public bool HasEnds { get; } = View.Segment == ContractSegment.Couriers;

    /// <summary>All of the view that has no field in the form, so that submitting the form loses nothing. The page is left out.</summary>
    public IEnumerable<Parameter> Kept
    {
        get
        {
            var fields = Fields().ToHashSet();
            return Address.Filters(View).Concat(Address.Order(View)).Where(parameter => parameter.Name != "page" && !fields.Contains(parameter.Name));
        }
    }

    public static string IdOf(string name) => $"f-{name}";

    /// <summary>The text of a field, as it was typed where the question is refused.</summary>
    public string? TextOf(string name, string? read) => Refused is { } refused ? refused.Typed.GetValueOrDefault(name) ?? read : read;

    /// <summary>Whether there is a field that a message can lead to.</summary>
    public bool HasField(string name) => Fields().Contains(name);

    /// <summary>In the order of their fields; those without a field come last.</summary>
    public IEnumerable<RefusedParameter> InOrder(IEnumerable<RefusedParameter> refused)
    {
        var fields = Fields().ToList();
        return refused.OrderBy(parameter => (uint)fields.IndexOf(parameter.Name));
    }

    private IEnumerable<string> Fields() =>
    [
        "search",
        .. MayBeSingle ? [ContractFilters.Singles.Name] : None,
        .. Amounts.SelectMany(amounts => amounts.Parameters),
        "region_ids", Address.Place, "system_ids", "station_ids", "security",
        .. HasEnds ? ["end_region_ids", ContractFilters.EndSecurity.Name, .. ContractFilters.Volume.Parameters] : None,
        .. View.HasLines ? ["category_id", "group_id"] : None,
        .. HasBlueprints ? ["is_bpc", .. OfBlueprints.SelectMany(bounds => bounds.Parameters)] : None,
        ContractFilters.EndsWithin.Name,
    ];
}
