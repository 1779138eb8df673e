using HangarBay.EsiSandbox.Engine.Facts;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Demo;

/// <summary>Parcels between stations that gates connect, for what haulers ask a jump.</summary>
internal sealed class Couriers
{
    public const int MostJumps = 25;

    private const int Jita = 30000142;
    private const double HubPercent = 55;

    /// <summary>ISK a jump: usual rewards are from 0.7 to 1.2 million. Rewards are rounded, so a little is left on both sides.</summary>
    private const double LeastAJump = 0.71e6;
    private const double MostAJump = 1.19e6;

    /// <summary>The m³ that haulers, deep-space transports and freighters carry.</summary>
    private static readonly (double From, double To)[] Holds = [(200, 11_500), (8_000, 60_000), (80_000, 340_000), (300_000, 1_100_000)];

    private static readonly int[] HubSystems = [Jita, 30002187, 30002659, 30002510, 30002053];

    private readonly Roads _roads;
    private readonly ILookup<int, StationFact> _starts;
    private readonly StationFact[] _ends;
    private readonly StationFact[] _hubs;

    public Couriers(Catalogue catalogue, Roads roads)
    {
        _roads = roads;
        var reached = roads.JumpsFrom(Jita);
        _ends = [.. catalogue.Stations.Values.Where(station => reached.ContainsKey(station.SystemId)).OrderBy(station => station.Id)];
        _starts = _ends.ToLookup(catalogue.RegionOf);
        _hubs = [.. HubSystems.Select(system => EmbeddedTables.StationsByRegion.Values.Select(stations => catalogue.Stations[stations[0]]).First(hub => hub.SystemId == system))];
    }

    /// <summary>Whether a parcel can start in a region.</summary>
    public bool LeaveFrom(int region) => _starts.Contains(region);

    public ContractTerms Make(ContractTerms contract, ref Chance chance)
    {
        StationFact[] stations = [.. _starts[contract.RegionId]];
        var start = stations.FirstOrDefault(station => _hubs.Contains(station)) is { } hub && chance.Percent(HubPercent) ? hub : chance.Pick(stations);
        var jumps = _roads.JumpsFrom(start.SystemId);
        StationFact[] far = [.. (chance.Percent(HubPercent) ? _hubs : _ends).Where(end => jumps[end.SystemId] is > 0 and <= MostJumps)];
        var end = chance.Pick(far);
        var hold = chance.Pick(Holds);
        var reward = ContractMaker.Rounded(jumps[end.SystemId] * chance.Between(LeastAJump, MostAJump), 3);
        return contract with
        {
            Start = start.Id,
            End = end.Id,
            Reward = reward,
            // Haulers insure against what they lose; a parcel is worth many times its freight.
            Collateral = ContractMaker.Rounded(reward * chance.Between(20.0, 120.0), 2),
            Volume = Math.Round(chance.Between(hold.From, hold.To), 1),
            Days = chance.Pick([1, 3, 3, 7, 7, 14]),
            Title = DemoTitles.Courier(contract.Id, ref chance),
            Lines = [],
        };
    }
}
