using System.Text;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Exports;

/// <summary>The archive's tables: every list at the time of the scrape, with the items and bids that ESI served by then.</summary>
internal sealed class ContractTables(Sandbox sandbox, DateTimeOffset scrape)
{
    /// <summary>The scrape before read the items of every contract that was open then, and the archive keeps them.</summary>
    private static readonly TimeSpan BetweenScrapes = TimeSpan.FromMinutes(30);

    public IEnumerable<byte[]> Contracts()
    {
        yield return Line("collateral,contract_id,date_expired,date_issued,days_to_complete,end_location_id,issuer_corporation_id,issuer_id,price,reward," +
            "start_location_id,title,type,volume,http_last_modified,region_id,station_id,system_id,constellation_id,for_corporation,buyout");
        foreach (var (contract, generation) in Listed())
        {
            var station = contract.Start <= int.MaxValue ? sandbox.Catalogue.Stations.GetValueOrDefault((int)contract.Start) : null;
            var system = station is null ? null : sandbox.Catalogue.Systems.GetValueOrDefault(station.SystemId);
            yield return new CsvRow()
                .Add(contract.IsAuction ? null : contract.Collateral).Add(contract.Id)
                .Add(ListRows.Expires(contract, generation.Instant)).Add(ListRows.Issued(contract))
                .Add(contract.Days).Add(contract.End).Add(contract.CorporationId).Add(contract.IssuerId)
                .Add(contract.Price).Add(contract.Reward).Add(contract.Start).Add(contract.Title).Add(contract.Type).Add(contract.Volume)
                .Add(generation.Instant).Add(contract.RegionId).Add(station?.Id).Add(system?.Id).Add(system?.ConstellationId)
                .AddIfTrue(contract.ForCorporation).Add(contract.IsAuction ? contract.Buyout : null)
                .End();
        }
    }

    public IEnumerable<byte[]> Lines()
    {
        yield return Line("is_blueprint_copy,is_included,item_id,material_efficiency,quantity,record_id,runs,time_efficiency,type_id,http_last_modified,contract_id");
        foreach (var (contract, _) in Listed())
        {
            if (contract.Ends <= scrape && contract.Issued > scrape - BetweenScrapes)
                continue;
            foreach (var line in sandbox.Market.Lines(contract))
            {
                yield return new CsvRow()
                    .AddIfTrue(line.Copy).Add(line.Included).Add(line.ItemId).Add(line.Material).Add(line.Quantity).Add(line.RecordId)
                    .Add(line.Runs).Add(line.Time).Add(line.TypeId).Add(scrape).Add(contract.Id)
                    .End();
            }
        }
    }

    public IEnumerable<byte[]> Bids()
    {
        yield return Line("amount,bid_id,date_bid,http_last_modified,contract_id");
        foreach (var (contract, _) in Listed())
        {
            foreach (var bid in sandbox.Market.Bids(contract, scrape))
                yield return new CsvRow().Add(bid.Amount).Add(bid.Id).Add(bid.At).Add(scrape).Add(contract.Id).End();
        }
    }

    /// <summary>A table for which this world has no rows: the column names alone.</summary>
    public static IEnumerable<byte[]> Empty(string columns) => [Line(columns)];

    private static byte[] Line(string text) => Encoding.UTF8.GetBytes(text + "\n");

    private IEnumerable<(ContractTerms Contract, Generation Generation)> Listed() =>
        from region in sandbox.Market.Regions
        let generation = sandbox.Market.At(region, scrape)
        from contract in generation.Contracts
        select (contract, generation);
}
