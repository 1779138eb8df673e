using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Domain.Tests.Given;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.Sync;

/// <summary>How ESI's answers about lines are stored (M5, M8, M9).</summary>
public sealed class LinesStoreTests
{
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<LinesResult>();
    private readonly IRepository<QuarantineEntry> _quarantine = Substitute.For<IRepository<QuarantineEntry>>();
    private readonly Dictionary<ContractId, LinesAnswer?> _answers = [];

    public LinesStoreTests()
    {
        _quarantine.ListAsync(Arg.Any<Specification<QuarantineEntry>>(), Arg.Any<CancellationToken>()).Returns([]);
    }

    [Fact]
    public async Task Complete_lines_are_stored()
    {
        var contract = Waiting(1);
        Answer(1, new LinesAnswer.Complete([new ContractLine(contract.Id, 1, Known.Rokh, 1, isIncluded: true)]));

        Assert.Equal((1, 0), await StoreAsync());
        Assert.Equal(LinesState.Read, contract.LinesState);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_contract_that_is_gone_waits_and_remembers_whether_it_was_accepted(bool accepted)
    {
        var contract = Waiting(1);
        Answer(1, new LinesAnswer.Gone(accepted));

        Assert.Equal((0, 1), await StoreAsync());
        Assert.Equal((1, Noon.AddMinutes(5), accepted), (contract.LinesAttempts, contract.LinesNextAttemptAt!.Value, contract.AcceptedSeen));
        _quarantine.DidNotReceive().Add(Arg.Any<QuarantineEntry>());
    }

    [Fact]
    public async Task A_malformed_answer_is_set_aside_with_its_reason()
    {
        Waiting(1);
        Answer(1, new LinesAnswer.Malformed("The contract has no lines."));

        Assert.Equal((0, 1), await StoreAsync());
        _quarantine.Received(1).Add(Arg.Is<QuarantineEntry>(entry =>
            entry!.Subject == "items of contract 1" && entry.Reason == "The contract has no lines."));
    }

    [Fact]
    public async Task Lines_of_another_contract_are_set_aside_and_the_others_are_read()
    {
        Waiting(1);
        var sound = Waiting(2);
        Answer(1, new LinesAnswer.Complete([new ContractLine(new ContractId(9), 1, Known.Rokh, 1, isIncluded: true)]));
        Answer(2, new LinesAnswer.Complete([new ContractLine(sound.Id, 1, Known.Rokh, 1, isIncluded: true)]));

        Assert.Equal((1, 1), await StoreAsync());
        _quarantine.Received(1).Add(Arg.Is<QuarantineEntry>(entry => entry!.Subject == "items of contract 1"));
    }

    [Fact]
    public async Task Every_further_miss_doubles_the_wait()
    {
        var contract = Waiting(1);
        contract.MissLines(Noon, accepted: false);
        contract.MissLines(Noon, accepted: false);
        Answer(1, new LinesAnswer.Gone(false));

        await StoreAsync();

        Assert.Equal(Noon.AddMinutes(20), contract.LinesNextAttemptAt);
    }

    [Fact]
    public async Task A_contract_closed_or_read_by_another_process_meanwhile_is_left_alone()
    {
        Waiting(1);
        Answer(1, new LinesAnswer.Gone(false));
        _market.Pending.Clear();

        Assert.Equal((0, 0), await StoreAsync());
        _quarantine.DidNotReceive().Add(Arg.Any<QuarantineEntry>());
    }

    [Fact]
    public async Task Lines_that_failed_for_half_a_day_are_set_aside_for_a_day()
    {
        var contract = Waiting(1);
        for (var attempt = 1; attempt < Contract.MaxLinesAttempts; attempt++) contract.MissLines(Noon, accepted: false);
        Answer(1, null);

        Assert.Equal((0, 1), await StoreAsync());
        Assert.Equal((LinesState.SetAside, Noon.AddDays(1)), (contract.LinesState, contract.LinesNextAttemptAt));
    }

    [Fact]
    public async Task While_esi_is_away_failures_do_not_count_as_attempts()
    {
        var contract = Waiting(1);
        for (var attempt = 1; attempt < Contract.MaxLinesAttempts; attempt++) contract.MissLines(Noon, accepted: false);
        Answer(1, null);

        Assert.Equal((0, 1), await StoreAsync(isEsiAway: true));
        Assert.Equal((LinesState.Pending, Contract.MaxLinesAttempts - 1), (contract.LinesState, contract.LinesAttempts));
        Assert.True(contract.LinesNextAttemptAt > Noon);
    }

    [Fact]
    public async Task Lines_of_unknown_types_are_stored_too()
    {
        var contract = Waiting(1);
        Answer(1, new LinesAnswer.Complete([new ContractLine(contract.Id, 1, Known.Mystery, 1, isIncluded: true)]));

        Assert.Equal((1, 0), await StoreAsync());
        Assert.Equal([Known.Mystery], _market.Met);
    }

    private Contract Waiting(long id)
    {
        _market.Pending.Add(Contract.FromListing(AListedContract() with { Id = new ContractId(id) }, TheForge));
        return _market.Pending[^1];
    }

    private void Answer(long id, LinesAnswer? answer) => _answers[new ContractId(id)] = answer;

    private async Task<(int Read, int Missed)> StoreAsync(bool isEsiAway = false)
    {
        var time = new FakeTimeProvider(Noon);
        var store = new LinesStore(_market.Writer, new Quarantine(_quarantine, time), time, NullLogger<LinesStore>.Instance);
        var result = await store.StoreAsync(new LinesBatch(_answers, isEsiAway), default);
        return (result.Read, result.Missed);
    }
}
