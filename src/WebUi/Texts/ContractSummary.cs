using HangarBay.Application.Contracts;
using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.WebUi.Figures;

namespace HangarBay.WebUi.Texts;

/// <summary>A contract in a line and in a few sentences, for readers who see a link to it before its page.</summary>
public sealed class ContractSummary(ContractDetail contract, string? region, Words words, Figure figure)
{
    /// <summary>The headline with its number, and the amount where that is known; that the contract is closed stands before them.</summary>
    public string Title => IsLive ? Offer : words.Format("Contract.HeadlineAnd", words["Contract.Closed"], Offer);

    public string Description => string.Join(' ', Sentences());

    /// <summary>The one amount that matters for its type; null where it is unknown.</summary>
    public static Isk? AmountOf(ContractRow row) => row switch
    {
        { Type: ContractType.Courier } or { IsWantToBuy: true } => row.Reward,
        { Type: ContractType.Auction } => row.CurrentBid ?? row.Price,
        _ => row.Price,
    };

    private bool IsLive => contract.Status.State == ContractState.Live;

    private string Offer => AmountOf(contract) is { } amount
        ? words.Format("Contract.HeadlineAnd", Headline, words.Format("Contract.Isk", figure.Isk(amount)))
        : Headline;

    private string Headline => contract.IsMixedLot
        ? new LotWords(words, figure).Headline(contract.Composition!)
        : contract.PrimaryLabel + figure.Times(contract.PrimaryQuantity);

    private IEnumerable<string> Sentences()
    {
        var type = words[$"Contracts.Segment.{contract.Type}"];
        var start = contract.StartLocationName ?? words["Market.UnknownStructure"];
        yield return contract.Type == ContractType.Courier
            ? words.Format("Contract.SummaryRoute", type, words.Format("Contract.FromTo", start, contract.EndLocationName ?? words["Market.UnknownStructure"]))
            : words.Format("Contract.SummaryPlace", type, region is null ? start : $"{start}{words["Site.Comma"]}{region}");
        if (contract.Lines.Count > 0) yield return words.Count("Contract.SummaryLines", contract.Lines.Count);
        yield return IsLive
            ? words.Format("Contract.SummaryExpires", figure.Instant(contract.DateExpired))
            : words[$"Contract.Closed.{contract.Status.Evidence ?? ClosureEvidence.Gone}"];
    }
}
