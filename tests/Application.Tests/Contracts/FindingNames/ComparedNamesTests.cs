using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.FindingNames;
using HangarBay.Application.InMemory.Following;

namespace HangarBay.Application.Tests.Contracts.FindingNames;

/// <summary>The look-up of names answers as one that reads every name.</summary>
public sealed class ComparedNamesTests
{
    private const int Questions = 60;

    [Fact]
    public void Random_texts_find_what_reading_every_name_finds() => Gen.Int.Sample(
        seed =>
        {
            var names = new RandomNames(seed);
            var (plain, view) = (new PlainNames(names.Things), names.Market.View);
            for (var asked = 0; asked < Questions; asked++)
            {
                var question = names.Question();
                if (SearchTerms.FindFlaw(question.Q!) is not null || !question.IsAsking) continue;
                var pin = new MarketPin(null!);
                pin.Take(new PinnedMarket(view, TimeSpan.FromSeconds(30)));

                var found = new FindNamesHandler(pin).Handle(question, default).GetAwaiter().GetResult();

                var expected = plain.Find(question);
                Assert.Equal((question.Q, question.Lang, string.Join('\n', expected.Names)), (question.Q, question.Lang, string.Join('\n', found.Names)));
                Assert.Equal((question.Q, question.Lang, string.Join('\n', expected.Nearest)), (question.Q, question.Lang, string.Join('\n', found.Nearest)));
            }
        },
        iter: 150);
}
