using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Tests.Contracts;

public sealed class ListedContractTests
{
    private static readonly (string Field, Func<ListedContract, ListedContract> Change)[] Changes =
    [
        ("type", row => row with { Type = row.Type == ContractType.Courier ? ContractType.Loan : ContractType.Courier }),
        ("issuer", row => row with { IssuerId = new CharacterId(row.IssuerId.Value + 1) }),
        ("corporation", row => row with { IssuerCorporationId = new CorporationId(row.IssuerCorporationId.Value + 1) }),
        ("for corporation", row => row with { ForCorporation = !row.ForCorporation }),
        ("title", row => row with { Title = row.Title + "!" }),
        ("start", row => row with { StartLocationId = Next(row.StartLocationId) }),
        ("end", row => row with { EndLocationId = Next(row.EndLocationId) }),
        ("price", row => row with { Price = Next(row.Price) }),
        ("buyout", row => row with { Buyout = Next(row.Buyout) }),
        ("collateral", row => row with { Collateral = Next(row.Collateral) }),
        ("reward", row => row with { Reward = Next(row.Reward) }),
        ("volume", row => row with { Volume = row.Volume is { } volume ? Math.BitIncrement(volume) : 0 }),
        ("days", row => row with { DaysToComplete = row.DaysToComplete is { } days ? days + 1 : 0 }),
    ];

    [Fact]
    public void Equal_rows_have_equal_fingerprints() =>
        Any.Row.Sample(row => row.Fingerprint() == (row with { }).Fingerprint());

    [Fact]
    public void An_amount_written_with_more_zeros_is_the_same_amount() =>
        Any.Row.Where(row => row.Price is not null).Sample(row =>
        {
            var padded = row with { Price = row.Price + 0.00000m };
            Assert.Equal(row, padded);
            Assert.Equal(row.Fingerprint(), padded.Fingerprint());
        });

    [Fact]
    public void An_instant_with_another_offset_is_the_same_instant() =>
        Any.Row.Sample(row => row.Fingerprint() == (row with { DateExpired = row.DateExpired.ToOffset(TimeSpan.FromHours(5)) }).Fingerprint());

    [Fact]
    public void A_change_of_any_field_but_a_date_changes_the_fingerprint() =>
        Gen.Select(Any.Row, Gen.OneOf(Changes)).Sample(
            (row, change) => row.Fingerprint() != change.Change(row).Fingerprint(),
            print: sample => sample.Item2.Field);

    [Fact]
    public void A_value_that_moves_to_the_next_field_changes_the_fingerprint() =>
        // Amounts are stored to the hundredth, so amounts that differ by less count as equal.
        Any.Row.Where(row => Kept(row.Price) != Kept(row.Buyout))
            .Sample(row => row.Fingerprint() != (row with { Price = row.Buyout, Buyout = row.Price }).Fingerprint());

    private static Isk? Kept(decimal? amount) => amount is { } isk ? Isk.Of(isk) : null;

    [Fact]
    public void A_title_that_imitates_other_fields_gives_another_fingerprint() =>
        Assert.NotEqual(
            (AListedContract(ContractType.Auction) with { Title = "|x" }).Fingerprint(),
            (AListedContract(ContractType.Auction) with { Title = "x" }).Fingerprint());

    [Theory]
    [InlineData(ContractType.ItemExchange, true)]
    [InlineData(ContractType.Courier, true)]
    [InlineData(ContractType.Loan, true)]
    [InlineData(ContractType.Unknown, true)]
    [InlineData(ContractType.Auction, false)]
    public void A_date_changes_the_fingerprint_of_everything_but_an_auction(ContractType type, bool changes)
    {
        var row = AListedContract(type);

        Assert.Equal(changes, row.Fingerprint() != (row with { DateExpired = row.DateExpired.AddHours(1) }).Fingerprint());
        Assert.Equal(changes, row.Fingerprint() != (row with { DateIssued = row.DateIssued.AddHours(-1) }).Fingerprint());
    }

    [Fact]
    public void A_sound_row_has_no_flaw() => Any.Row.Sample(row => row.FindFlaw() is null);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(ContractId.MaxValue + 1)]
    public void An_id_that_a_browser_cannot_read_is_a_flaw(long id) =>
        Assert.NotNull((AListedContract() with { Id = new ContractId(id) }).FindFlaw());

    [Fact]
    public void The_largest_id_is_sound() => Assert.Null((AListedContract() with { Id = new ContractId(ContractId.MaxValue) }).FindFlaw());

    [Theory]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_impossible_volume_is_a_flaw(double volume) => Assert.NotNull((AListedContract() with { Volume = volume }).FindFlaw());

    [Fact]
    public void Negative_days_are_a_flaw() => Assert.NotNull((AListedContract() with { DaysToComplete = -1 }).FindFlaw());

    [Fact]
    public void Expiring_before_being_issued_is_a_flaw() =>
        Assert.NotNull((AListedContract() with { DateIssued = Noon, DateExpired = Noon.AddSeconds(-1) }).FindFlaw());

    [Fact]
    public void Expiring_when_issued_is_none() => Assert.Null((AListedContract() with { DateIssued = Noon, DateExpired = Noon }).FindFlaw());

    [Theory]
    [InlineData("-0.01")]
    [InlineData("92233720368547758.08")]
    public void An_impossible_amount_in_any_term_is_a_flaw(string text)
    {
        var amount = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.NotNull((AListedContract() with { Price = amount }).FindFlaw());
        Assert.NotNull((AListedContract() with { Buyout = amount }).FindFlaw());
        Assert.NotNull((AListedContract() with { Collateral = amount }).FindFlaw());
        Assert.NotNull((AListedContract() with { Reward = amount }).FindFlaw());
    }

    private static LocationId? Next(LocationId? location) => location is { } known ? new LocationId(known.Value + 1) : new LocationId(1);

    private static decimal? Next(decimal? amount) => amount is { } known ? known + 0.01m : 0m;
}
