using System.Diagnostics;

namespace HangarBay.Bench.Hostile;

/// <summary>A reader from one address, with or without an attack by others.</summary>
internal sealed class Reader(HttpClient server, string address)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <returns>Times in milliseconds, the shortest first, and how many answers were not 200.</returns>
    public async Task<(List<double> Times, int Refused)> ReadAsync(Func<int, string> path, TimeSpan duration)
    {
        var (times, refused, start) = (new List<double>(), 0, Stopwatch.GetTimestamp());
        for (var number = 0; Stopwatch.GetElapsedTime(start) < duration; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path(number));
            request.Headers.Add("X-Forwarded-For", address);
            var began = Stopwatch.GetTimestamp();
            using var answer = await server.SendAsync(request);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (!answer.IsSuccessStatusCode) refused++;
            await Task.Delay(Pause);
        }

        times.Sort();
        return (times, refused);
    }
}
