namespace HangarBay.WebApi.Tests.Api.Given;

/// <summary>Waits for conditions that become true after some time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task IsAsync(Func<Task<bool>> isSo)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < Patience, "The condition did not become true in time.");
            await Task.Delay(50);
        }
    }

    /// <summary>
    /// Repeats a request until it is answered with 200. An answer may exceed its time limit while the market that it needs is being read.
    /// </summary>
    public static Task IsAnsweredAsync(ApiFactory api, string path) => IsAsync(async () => (await api.GetAsync(path)).Status == System.Net.HttpStatusCode.OK);
}
