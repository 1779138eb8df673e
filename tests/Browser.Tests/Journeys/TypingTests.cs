using HangarBay.Browser.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HangarBay.Browser.Tests.Journeys;

/// <summary>What the reader types stays as it was typed, however late the answers come.</summary>
public sealed class TypingTests(Market market) : BrowserTest, IClassFixture<Market>
{
    private const string Text = "Raven Navy Issue";

    /// <summary>The text of the focused field, with a bar where the caret is.</summary>
    private const string Seen = """
        () => {
            const one = document.activeElement;
            return `${one.value.slice(0, one.selectionStart)}|${one.value.slice(one.selectionEnd)}`;
        }
        """;

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(800)]
    public async Task A_name_typed_with_a_pause_stays_whole(int latency)
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");
        await AnswerAfterAsync(visitor, () => latency);

        await visitor.Search.FocusAsync();
        await TypeAsync(visitor, "Raven", 170);
        await Task.Delay(450);
        await TypeAsync(visitor, " Navy Issue", 170);

        await visitor.IsAtAsync(path => path.Contains("search=Raven+Navy+Issue", StringComparison.Ordinal));
        await Expect(visitor.Chips).ToHaveCountAsync(1);
        await Expect(visitor.Chips).ToContainTextAsync(Text);
        Assert.Equal($"{Text}|", await visitor.Page.EvaluateAsync<string>(Seen));
    }

    [SkippableTheory]
    [InlineData("search", "abcdeü 7", 1)]
    [InlineData("search", "abcdeü 7", 2)]
    [InlineData("max_price", "123.5mb", 3)]
    [InlineData("max_price", "123.5mb", 4)]
    public async Task Random_edits_against_random_delays_leave_text_and_caret_as_the_keys_made_them(string name, string alphabet, int seed)
    {
        var random = new Random(seed);
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");
        await AnswerAfterAsync(visitor, () => random.Next(900));
        await visitor.Field(name).FocusAsync();
        var (text, caret) = ("", 0);

        for (var edit = 0; edit < 60; edit++)
        {
            switch (random.Next(10))
            {
                case 0 when caret > 0:
                    await visitor.Page.Keyboard.PressAsync("Backspace");
                    text = text.Remove(--caret, 1);
                    break;
                case 1 when caret > 0:
                    await visitor.Page.Keyboard.PressAsync("ArrowLeft");
                    caret--;
                    break;
                case 2:
                    await visitor.Page.Keyboard.PressAsync("End");
                    caret = text.Length;
                    break;
                case 3:
                    await visitor.Page.Keyboard.PressAsync("Home");
                    caret = 0;
                    break;
                default:
                    var key = alphabet[random.Next(alphabet.Length)].ToString();
                    await visitor.Page.Keyboard.InsertTextAsync(key);
                    text = text.Insert(caret++, key);
                    break;
            }

            Assert.Equal($"{text[..caret]}|{text[caret..]}", await visitor.Page.EvaluateAsync<string>(Seen));
            await Task.Delay(random.Next(8) == 0 ? random.Next(300, 1200) : random.Next(120));
        }

        await Task.Delay(1500);
        Assert.Equal($"{text[..caret]}|{text[caret..]}", await visitor.Page.EvaluateAsync<string>(Seen));
    }

    [SkippableFact]
    public async Task Composing_is_never_disturbed_and_its_end_searches()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts?lang=ja");
        var input = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await AnswerAfterAsync(visitor, () => 600);
        await visitor.Search.FocusAsync();

        // The answer to the first word comes during the composition of the second.
        await visitor.Page.Keyboard.InsertTextAsync("rokh");
        await visitor.IsAtAsync(path => path.Contains("search=rokh", StringComparison.Ordinal));
        var announced = await visitor.LiveRegion.AllInnerTextsAsync();
        foreach (var composed in new[] { "ろ", "ろk", "ろく" })
        {
            await input.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = composed, ["selectionStart"] = composed.Length, ["selectionEnd"] = composed.Length });
            await Task.Delay(500);
            Assert.Equal($"rokh{composed}|", await visitor.Page.EvaluateAsync<string>(Seen));
            Assert.Equal(50, await visitor.Rows.CountAsync());
            Assert.DoesNotContain("%E3", visitor.Path, StringComparison.Ordinal);
            Assert.Equal(announced, await visitor.LiveRegion.AllInnerTextsAsync());
        }

        await input.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = " ロク" });

        await visitor.IsAtAsync(path => path.EndsWith("search=rokh+ロク", StringComparison.Ordinal));
        await Expect(visitor.Chips).ToContainTextAsync("rokh ロク");
        Assert.Equal("rokh ロク|", await visitor.Page.EvaluateAsync<string>(Seen));
    }

    [SkippableFact]
    public async Task One_search_is_one_entry_of_the_history_and_the_box_follows_the_address_back()
    {
        var visitor = await ArriveAsync(market, Screen.Desktop);
        await visitor.GoToAsync("/contracts");
        var before = await visitor.Page.EvaluateAsync<int>("() => history.length");

        await visitor.Search.FocusAsync();
        await TypeAsync(visitor, Text, 420);
        await visitor.IsAtAsync(path => path.EndsWith("search=Raven+Navy+Issue", StringComparison.Ordinal));
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Chips).ToContainTextAsync(Text);
        Assert.Equal(before + 1, await visitor.Page.EvaluateAsync<int>("() => history.length"));

        await visitor.Page.GoBackAsync();
        await Expect(visitor.Rows).ToHaveCountAsync(50);
        await Expect(visitor.Search).ToHaveValueAsync("");

        await visitor.Page.GoForwardAsync();
        await Expect(visitor.Chips).ToContainTextAsync(Text);
        await Expect(visitor.Search).ToHaveValueAsync(Text);
    }

    /// <summary>Delays every answer to a search by the milliseconds that <paramref name="latency"/> gives.</summary>
    private static async Task AnswerAfterAsync(Visitor visitor, Func<int> latency) => await visitor.Page.RouteAsync("**/contracts?*", async route =>
    {
        await Task.Delay(latency());
        try
        {
            await route.ContinueAsync();
        }
        catch (PlaywrightException)
        {
            // A newer search cancelled this request.
        }
    });

    private static Task TypeAsync(Visitor visitor, string text, int pause) =>
        visitor.Page.Keyboard.TypeAsync(text, new KeyboardTypeOptions { Delay = pause });
}
