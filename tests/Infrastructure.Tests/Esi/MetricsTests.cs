using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using HangarBay.Infrastructure.Esi;

namespace HangarBay.Infrastructure.Tests.Esi;

public sealed class MetricsTests : EsiTests
{
    [Fact]
    public async Task Every_try_is_measured_by_route_and_status()
    {
        // Other tests measure at the same time, so this test uses statuses that no other test has.
        var tries = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name == EsiMetrics.MeterName) it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => tries.Enqueue($"{tags[0].Value} {tags[1].Value}"));
        listener.Start();
        Upstream.On(FirstPage, Reply.Error(599), Reply.Error(598), Reply.Error(418));

        await Assert.ThrowsAnyAsync<Exception>(() => ReadListAsync());

        Assert.Contains("GET /contracts/public/{region_id} 599", tries);
        Assert.Contains("GET /contracts/public/{region_id} 598", tries);
    }
}
