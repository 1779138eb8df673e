using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>Lists, items and bids.</summary>
internal static class ContractAnswers
{
    public const string NoSuchPage = "Requested page does not exist!";

    private static readonly TimeSpan LinesLast = TimeSpan.FromHours(1);
    private static readonly TimeSpan BidsLast = TimeSpan.FromMinutes(5);

    public static Answer List(Sandbox sandbox, Call call) =>
        call.Region is { } region && sandbox.Market.Current(region) is { } generation
            ? Page(generation, call.Page)
            : Answer.Error(404, "Region not found!");

    public static Answer Page(Generation generation, int? page)
    {
        if (page is null || page > generation.Pages)
            return Answer.Error(404, NoSuchPage);
        var asked = generation.Page(page.Value);
        return Answer.Ok(asked.Body) with
        {
            ETag = asked.ETag,
            LastModified = generation.Instant - asked.Early,
            Expires = generation.Expires - asked.Early,
            Pages = generation.Pages,
        };
    }

    /// <summary>The items. A courier answers 204, because its items are not public; so does a contract that has ended.</summary>
    public static Answer Items(Sandbox sandbox, Call call) => Open(sandbox, call, contract => contract.IsCourier
        ? Answer.NoContent()
        : Rows(call, sandbox, sandbox.Market.Lines(contract), EsiRows.Write, LinesLast));

    /// <summary>The bids. Only auctions have bids; any other contract answers 204.</summary>
    public static Answer Bids(Sandbox sandbox, Call call) => Open(sandbox, call, contract => contract.IsAuction
        ? Rows(call, sandbox, sandbox.Market.Bids(contract), EsiRows.Write, BidsLast)
        : Answer.NoContent());

    private static Answer Open(Sandbox sandbox, Call call, Func<ContractTerms, Answer> answer) =>
        sandbox.Market.Find(call.Id ?? 0) is not { } contract ? Answer.Error(404, "Contract not found!")
        : sandbox.Market.IsOpen(contract) ? answer(contract)
        : Answer.NoContent();

    private static Answer Rows<T>(Call call, Sandbox sandbox, IReadOnlyList<T> rows, Func<IEnumerable<T>, byte[]> write, TimeSpan last)
    {
        var pages = Math.Max(1, (rows.Count + Generation.RowsPerPage - 1) / Generation.RowsPerPage);
        if (call.Page is not { } page || page > pages)
            return Answer.Error(404, NoSuchPage);
        var body = write(pages == 1 ? rows : rows.Skip((page - 1) * Generation.RowsPerPage).Take(Generation.RowsPerPage));
        var now = sandbox.Time.GetUtcNow();
        return Answer.Ok(body) with { ETag = EntityTag.Strong(body), LastModified = now, Expires = now + last, Pages = pages };
    }
}
