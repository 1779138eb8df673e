using System.Text.Json;
using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory.Following;
using HangarBay.WebApi.Json;
using MediatR;

namespace HangarBay.WebApi.Caching;

/// <summary>Answers questions about the market, and keeps the answers.</summary>
internal static class MarketAnswers
{
    /// <param name="http">The request, which names what the client has already.</param>
    /// <param name="mediator">Sends the question to its handler.</param>
    /// <param name="question">The question.</param>
    /// <param name="missing">The detail of a 404, as a sentence.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    public static async Task<MarketAnswer<T>> AnswerAsync<T>(
        this HttpContext http, IMediator mediator, IMarketQuestion<T?> question, CancellationToken cancellationToken, string? missing = null)
        where T : class
    {
        var key = question.Key;
        // Invalid questions have no key. They get 422 even when an answer is kept.
        if (key is null) await mediator.Send(question, cancellationToken);

        var market = await http.RequestServices.GetRequiredService<MarketPin>().TakeAsync(cancellationToken);
        var stamp = market.Stamp;
        var tag = AnswerTag.Of(key ?? throw new InvalidOperationException("A question without a key was not refused."), stamp);
        var answers = http.RequestServices.GetRequiredService<AnswerCache>();
        if (answers.IsKnown(tag, http.Request)) return new MarketAnswer<T>(tag, stamp, body: null, missing);
        var (body, wasKept) = await answers.GetAsync(tag, market, Asking(question), http);
        return new MarketAnswer<T>(tag, stamp, body, missing) { WasKept = wasKept };
    }

    private static AnswerMaking Asking<T>(IMarketQuestion<T?> question)
        where T : class => async (services, cancellationToken) =>
        await services.GetRequiredService<IMediator>().Send(question, cancellationToken) is { } answer
            ? new KeptBody(JsonSerializer.SerializeToUtf8Bytes(answer, WireFormat.Answers), isMissing: false)
            : KeptBody.Missing;
}
