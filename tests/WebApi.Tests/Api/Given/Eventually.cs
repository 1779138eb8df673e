namespace HangarBay.WebApi.Tests.Api.Given;

/// <summary>What comes about in its own time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task IsAsync(Func<Task<bool>> isSo)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < Patience, "It never came about.");
            await Task.Delay(50);
        }
    }

    /// <summary>With 200, however often it takes longer than an answer may: what it waits for is read meanwhile.</summary>
    public static Task IsAnsweredAsync(ApiFactory api, string path) => IsAsync(async () => (await api.GetAsync(path)).Status == System.Net.HttpStatusCode.OK);
}
