using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;
using NSubstitute;

namespace HangarBay.Application.Tests.Given;

/// <summary>A scripted list of ESI. Each page gives its answers in turn, and repeats the last one.</summary>
internal sealed class ListScript
{
    private readonly Dictionary<int, Queue<Func<ListPage>>> _answers = [];
    private readonly List<RegionPage> _stored = [];

    public ListScript()
    {
        Esi = Substitute.For<IEsi>();
        Esi.GetContractsAsync(Arg.Any<RegionId>(), Arg.Any<int>(), Arg.Any<string?>(), Arg.Any<CancellationToken>())
            .Returns(call => Task.FromResult(Answer(call.ArgAt<int>(1), call.ArgAt<string?>(2))));
    }

    public IEsi Esi { get; }

    public SkippingTime Time { get; } = new(Pages.Now);

    public SyncOptions Options { get; } = new() { Patience = TimeSpan.FromMinutes(1), PagesAtOnce = 4 };

    /// <summary>Page, tag and instant of every call, in order.</summary>
    public List<(int Page, string? ETag, DateTimeOffset At)> Calls { get; } = [];

    public ListScript Page(int number, params ListPage[] answers) => Page(number, [.. answers.Select(answer => (Func<ListPage>)(() => answer))]);

    public ListScript Page(int number, params Func<ListPage>[] answers)
    {
        _answers[number] = new Queue<Func<ListPage>>(answers);
        return this;
    }

    public ListScript Storing(params RegionPage[] pages)
    {
        _stored.AddRange(pages);
        return this;
    }

    public Task<ListReading> ReadAsync() =>
        new ListReader(Esi, Microsoft.Extensions.Options.Options.Create(Options), Time).ReadAsync(TheForge, _stored, default);

    public async Task<ListReading.Whole> ReadWholeAsync() => Assert.IsType<ListReading.Whole>(await ReadAsync());

    public async Task<ListReading.Incomplete> ReadInVainAsync() => Assert.IsType<ListReading.Incomplete>(await ReadAsync());

    private ListPage Answer(int page, string? etag)
    {
        lock (Calls)
        {
            Calls.Add((page, etag, Time.GetUtcNow()));
            var answers = _answers[page];
            return (answers.Count > 1 ? answers.Dequeue() : answers.Peek())();
        }
    }
}
