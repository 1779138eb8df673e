using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Application.Tests.Given;

/// <summary>Open contracts of every type, with and without their lines and bids. The caller gives each its id.</summary>
internal static class AnyContract
{
    public static readonly Gen<Func<long, Contract>> Open = Gen.Select(
        Any.Row, Any.LinesOf(1, 6), Gen.OneOf(TheForge, World.Delve), Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))), Any.Amount.Array[0, 3].Null(),
        (row, lines, region, isRead, bids) => (Func<long, Contract>)(id =>
        {
            var contract = Contract.FromListing(row with { Id = new ContractId(id) }, region);
            if (isRead && contract.LinesState == LinesState.Pending) contract.TakeLines(lines.Select(line => Of(contract.Id, line)), World.Catalogue);
            if (bids is not null && contract.Type == ContractType.Auction)
                contract.TakeBids([.. bids.Select((isk, index) => new AuctionBid(contract.Id, index + 1, Isk.Of(isk), Noon))], Noon.AddHours(1));
            return contract;
        }));

    private static ContractLine Of(ContractId contract, ContractLine line) => new(
        contract, line.RecordId, line.TypeId, line.Quantity, line.IsIncluded, line.IsBlueprintCopy, line.Runs, line.MaterialEfficiency, line.TimeEfficiency);
}
