using HangarBay.Domain.Universe;
using Table = HangarBay.Application.Contracts.Filters.ContractFilters;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <content>Filters by the end, the volume, the time and the issuer of a contract (B14, B15).</content>
public sealed partial record BrowseContracts
{
    /// <summary>Regions a courier ends in (B15).</summary>
    public IReadOnlyList<RegionId> EndRegionIds
    {
        get => Table.EndRegions.In(Given);
        init => Given = Table.EndRegions.With(Given, value);
    }

    /// <summary>Systems a courier ends in (B15).</summary>
    public IReadOnlyList<SystemId> EndSystemIds
    {
        get => Table.EndSystems.In(Given);
        init => Given = Table.EndSystems.With(Given, value);
    }

    /// <summary>Stations and structures a courier ends at (B15).</summary>
    public IReadOnlyList<LocationId> EndStationIds
    {
        get => Table.EndStations.In(Given);
        init => Given = Table.EndStations.With(Given, value);
    }

    /// <summary>The security band of a courier's end; an unknown system has no band.</summary>
    public IReadOnlyList<SecurityBand> EndSecurity
    {
        get => Table.EndSecurity.In(Given);
        init => Given = Table.EndSecurity.With(Given, value);
    }

    /// <summary>Cubic metres.</summary>
    public decimal? MinVolume
    {
        get => Table.Volume.In(Given).Min;
        init => Given = Table.Volume.WithMin(Given, value);
    }

    /// <inheritdoc cref="MinVolume"/>
    public decimal? MaxVolume
    {
        get => Table.Volume.In(Given).Max;
        init => Given = Table.Volume.WithMax(Given, value);
    }

    /// <summary>Hours from the market instant in which a contract expires.</summary>
    public int? EndsWithin
    {
        get => Table.EndsWithin.In(Given);
        init => Given = Given.With(Table.EndsWithin, value);
    }

    /// <summary>The contract was first seen after this instant (B14), to the millisecond.</summary>
    public DateTimeOffset? Since
    {
        get => Table.Since.In(Given);
        init => Given = Table.Since.With(Given, value);
    }

    /// <summary>Characters that issued the contract.</summary>
    public IReadOnlyList<CharacterId> IssuerIds
    {
        get => Table.Issuers.In(Given);
        init => Given = Table.Issuers.With(Given, value);
    }
}
