using System.Globalization;
using System.Net;
using System.Text.Json.Serialization.Metadata;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.Options;

namespace HangarBay.Infrastructure.Esi;

/// <summary>ESI over HTTP. This part has the routes of contracts, the other part those of the universe.</summary>
internal sealed partial class EsiClient(
    EsiTransport transport, RegionIdCache regionIds, KnownSource source, IOptions<EsiOptions> options, TimeProvider time) : IEsi
{
    private const int FullPage = 1000;

    // Ten times the pages of the largest region.
    private const int MostPagesOfList = 500;
    private const int MostPagesOfContract = 50;

    private static readonly TimeSpan ListAge = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan BidsAge = TimeSpan.FromMinutes(5);

    public bool HasContact => !string.IsNullOrWhiteSpace(options.Value.Contact);

    public Task<ListPage> GetContractsAsync(RegionId region, int page, string? etag, CancellationToken cancellationToken)
    {
        var call = new EsiCall(
            "GET /contracts/public/{region_id}", Path($"contracts/public/{region}?page={page}"), EsiPriority.Discovery)
        { ETag = etag };
        return transport.SendAsync<ListPage>(
            call,
            async (reply, token) => reply.Status switch
            {
                HttpStatusCode.OK => await ReadListAsync(reply, page, token),
                HttpStatusCode.NotModified when etag is not null =>
                    new ListPage.NotModified(page, PagesOfList(reply), reply.LastModified, reply.ExpiresAt(ListAge)),
                HttpStatusCode.NotFound => new ListPage.Missing(page),

                // Neither answer says anything about the contracts of the region.
                HttpStatusCode.NotModified => throw EsiReply.Unreadable("ESI answered 304 to a request without an ETag."),
                HttpStatusCode.NoContent => throw EsiReply.Unreadable("ESI answered 204 instead of a list."),
                _ => throw reply.Refused(),
            },
            cancellationToken);
    }

    public async Task<LinesAnswer> GetLinesAsync(ContractId contract, CancellationToken cancellationToken)
    {
        var answer = await ReadRowsAsync("items", contract, EsiJson.Default.EsiLineRow, cancellationToken);
        if (answer.Gone) return new LinesAnswer.Gone(answer.Accepted);
        if (answer.Flaw is not null) return new LinesAnswer.Malformed(answer.Flaw);
        if (answer.Rows.Count == 0) return new LinesAnswer.Malformed("The contract has no lines.");

        // Lines never change. If a line comes twice on several pages, the pages may have moved between two reads, and another line may be
        // missing. A single page comes in one answer, so there a line that comes twice unchanged counts as one line.
        var rows = answer.PageCount == 1 ? [.. answer.Rows.Distinct()] : answer.Rows;
        if (rows.DistinctBy(row => row.RecordId).Count() < rows.Count) return new LinesAnswer.Malformed("A line comes twice.");

        try
        {
            return new LinesAnswer.Complete([.. rows.Select(row => new ContractLine(
                contract, row.RecordId, new TypeId(row.TypeId), row.Quantity, row.IsIncluded, row.IsBlueprintCopy ?? false,
                row.Runs, row.MaterialEfficiency, row.TimeEfficiency, row.ItemId))]);
        }
        catch (DomainException e)
        {
            return new LinesAnswer.Malformed(e.Message);
        }
    }

    public async Task<BidsAnswer?> GetBidsAsync(ContractId contract, CancellationToken cancellationToken)
    {
        var answer = await ReadRowsAsync("bids", contract, EsiJson.Default.EsiBidRow, cancellationToken);
        if (answer.Gone) return null;
        if (answer.Flaw is not null) throw new EsiUnavailableException($"The bids on contract {contract} cannot be read: {answer.Flaw}");

        try
        {
            // A new bid that comes between the reads of two pages moves an old bid to the next page, so that it is read twice.
            var bids = answer.Rows.Select(row => new AuctionBid(contract, row.BidId, Isk.Of(row.Amount), row.DateBid));
            return new BidsAnswer([.. bids.DistinctBy(bid => bid.BidId)], answer.ExpiresAt);
        }
        catch (DomainException e)
        {
            throw new EsiUnavailableException($"The bids on contract {contract} cannot be read: {e.Message}", e);
        }
    }

    private static int? PagesOfList(EsiReply reply) =>
        reply.PageCount is { } pages and > MostPagesOfList ? throw EsiReply.Unreadable($"ESI announced {pages} pages, which is too many.") : reply.PageCount;

    private static async Task<ListPage> ReadListAsync(EsiReply reply, int page, CancellationToken cancellationToken)
    {
        var rows = new List<ListedRow>(FullPage);
        var rejected = new List<RejectedRow>();
        foreach (var element in await reply.RowsAsync(EsiJson.Default.EsiContractRow, cancellationToken))
        {
            var (row, reject) = RowReading.ToListed(element);
            if (row is not null) rows.Add(row);
            if (reject is not null) rejected.Add(reject);
        }

        // Without X-Pages, a page is known to be the last only if it is not full.
        var pages = PagesOfList(reply)
            ?? (rows.Count + rejected.Count < FullPage ? page : throw EsiReply.Unreadable("ESI does not say how many pages there are."));
        return new ListPage.Read(
            page, pages, reply.ETag, reply.LastModified ?? reply.Date, reply.ExpiresAt(ListAge), rows, rejected);
    }

    /// <summary>Reads every page of a contract's lines or bids.</summary>
    private async Task<ContractAnswer<TRow>> ReadRowsAsync<TRow>(
        string what, ContractId contract, JsonTypeInfo<TRow> type, CancellationToken cancellationToken)
        where TRow : class
    {
        var all = new ContractAnswer<TRow>([], PageCount: 1, DateTimeOffset.MaxValue);
        for (var page = 1; page <= all.PageCount; page++)
        {
            var call = new EsiCall(
                $"GET /contracts/public/{what}/{{contract_id}}", Path($"contracts/public/{what}/{contract}?page={page}"), EsiPriority.Reading);
            var next = await transport.SendAsync(call, (reply, token) => ReadRowsAsync(reply, type, token), cancellationToken);
            if (next.Gone || next.Flaw is not null) return next;
            if (page > 1 && next.PageCount != all.PageCount) return next with { Flaw = "Its pages do not agree on how many there are." };
            if (next.PageCount > MostPagesOfContract) return next with { Flaw = "It has too many pages." };
            if (next.PageCount > 1 && next.Rows.Count == 0) return next with { Flaw = "One of its pages is empty." };

            all.Rows.AddRange(next.Rows);
            all = all with { PageCount = next.PageCount, ExpiresAt = next.ExpiresAt < all.ExpiresAt ? next.ExpiresAt : all.ExpiresAt };
        }

        return all;
    }

    private static async Task<ContractAnswer<TRow>> ReadRowsAsync<TRow>(
        EsiReply reply, JsonTypeInfo<TRow> type, CancellationToken cancellationToken)
        where TRow : class
    {
        if (reply.Status is HttpStatusCode.NoContent or HttpStatusCode.NotFound) return new([], 0, default) { Gone = true };
        if (reply.Status is HttpStatusCode.Forbidden)
        {
            var text = await reply.ErrorTextAsync(cancellationToken);
            return new([], 0, default) { Gone = true, Accepted = text.Contains("accepted by player", StringComparison.OrdinalIgnoreCase) };
        }

        if (reply.Status is not HttpStatusCode.OK) throw reply.Refused();

        var answer = new ContractAnswer<TRow>([], reply.PageCount ?? 1, reply.ExpiresAt(BidsAge));
        foreach (var row in await reply.RowsAsync(type, cancellationToken))
        {
            if (row.Value is not null) answer.Rows.Add(row.Value);
            else answer = answer with { Flaw = row.Flaw };
        }

        return answer;
    }

    private static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);

    private sealed record ContractAnswer<TRow>(List<TRow> Rows, int PageCount, DateTimeOffset ExpiresAt)
    {
        public bool Gone { get; init; }

        public bool Accepted { get; init; }

        public string? Flaw { get; init; }
    }
}
