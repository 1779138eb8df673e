using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Parts.Filters;
using MediatR;

namespace HangarBay.WebUi.Texts;

/// <summary>The title and the description in the head of the list's page.</summary>
public sealed record ViewHead(string Title, string Description)
{
    /// <summary>Asks for the lowest price where the page does not show it. A view without filters needs no question.</summary>
    public static async Task<ViewHead> ReadAsync(IMediator mediator, PageContext page, ContractsView view, ContractPage found, FilterChoices choices)
    {
        var words = page.Words;
        if (!ViewTitle.IsNarrow(view)) return new ViewHead(ViewTitle.Segment(view, words), words.Count("Contracts.Description", found.Total));

        var lowest = ViewSummary.QuestionFor(view, found) is { } question ? (await mediator.Send(question, page.Cancellation)).Items : found.Items;
        return new ViewHead(
            new ViewTitle(words, page.Figure, choices).Of(view),
            new ViewSummary(words, page.Figure).Of(found.Total, ViewSummary.LowestOf(lowest), found.Coverage.AsOf));
    }
}
