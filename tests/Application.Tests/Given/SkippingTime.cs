using Microsoft.Extensions.Time.Testing;

namespace HangarBay.Application.Tests.Given;

/// <summary>A clock that stands still. As soon as code waits for a time, it advances by exactly that time.</summary>
internal sealed class SkippingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero) _ = Task.Run(() => Advance(dueTime));
        return timer;
    }
}
