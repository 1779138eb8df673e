using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;
using HangarBay.Domain.Market;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.Sync;

/// <summary>Unexpected data goes to quarantine with a reason and is counted (M9).</summary>
public sealed class QuarantineTests
{
    private readonly IRepository<QuarantineEntry> _entries = Substitute.For<IRepository<QuarantineEntry>>();
    private readonly List<QuarantineEntry> _added = [];

    public QuarantineTests()
    {
        _entries.ListAsync(Arg.Any<Specification<QuarantineEntry>>(), Arg.Any<CancellationToken>()).Returns([]);
        _entries.When(entries => entries.Add(Arg.Any<QuarantineEntry>())).Do(call => _added.Add(call.Arg<QuarantineEntry>()));
    }

    [Fact]
    public async Task A_surprise_is_kept_with_its_region_and_time()
    {
        await AddAsync(new Surprise("contract 1", "The volume is negative."));

        var entry = Assert.Single(_added);
        Assert.Equal(("contract 1", "The volume is negative.", TheForge, Noon, 1), (entry.Subject, entry.Reason, entry.RegionId!.Value, entry.FirstSeenAt, entry.Times));
    }

    [Fact]
    public async Task The_same_surprise_twice_in_one_list_is_one_entry()
    {
        await AddAsync(new Surprise("contract 1", "Twice."), new Surprise("contract 1", "Twice."));

        Assert.Single(_added);
    }

    [Fact]
    public async Task Texts_that_differ_only_after_the_cut_are_one_entry()
    {
        var subject = new string('x', QuarantineEntry.MaxSubjectLength);

        await AddAsync(new Surprise(subject + "1", new string('y', 500)), new Surprise(subject + "2", new string('y', 400)));

        var entry = Assert.Single(_added);
        Assert.Equal((QuarantineEntry.MaxSubjectLength, QuarantineEntry.MaxReasonLength), (entry.Subject.Length, entry.Reason.Length));
    }

    [Fact]
    public async Task Two_reasons_about_one_subject_are_two_entries()
    {
        await AddAsync(new Surprise("contract 1", "One."), new Surprise("contract 1", "Other."));

        Assert.Equal(2, _added.Count);
    }

    [Fact]
    public async Task A_known_entry_is_counted_again()
    {
        var known = new QuarantineEntry("contract 1", "Twice.", TheForge, Noon.AddDays(-1));
        _entries.ListAsync(Arg.Any<Specification<QuarantineEntry>>(), Arg.Any<CancellationToken>()).Returns([known]);

        await AddAsync(new Surprise("contract 1", "Twice."));

        Assert.Empty(_added);
        Assert.Equal((2, Noon), (known.Times, known.LastSeenAt));
    }

    private Task AddAsync(params Surprise[] surprises) => new Quarantine(_entries, new FakeTimeProvider(Noon)).AddAsync(surprises, TheForge, default);
}
