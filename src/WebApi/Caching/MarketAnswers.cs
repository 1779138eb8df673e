using System.Text.Json;
using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory.Following;
using HangarBay.WebApi.Json;
using MediatR;

namespace HangarBay.WebApi.Caching;

/// <summary>Answers questions about the market without asking the same twice.</summary>
internal static class MarketAnswers
{
    /// <param name="http">Who asks, and what they have already.</param>
    /// <param name="mediator">Who knows.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="missing">What to say, as a sentence, where there is no such thing.</param>
    /// <param name="cancellationToken">When they go away.</param>
    public static async Task<MarketAnswer<T>> AnswerAsync<T>(
        this HttpContext http, IMediator mediator, IMarketQuestion<T?> question, CancellationToken cancellationToken, string? missing = null)
        where T : class
    {
        var key = question.Key;
        // Who asks for the impossible is told so, whatever else is known.
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
