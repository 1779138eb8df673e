namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>
/// ESI's error limit: a hundred errors in a fixed window of a minute. After that everything answers 420 until the window ends.
/// </summary>
internal sealed class ErrorBudget(TimeProvider time)
{
    private const int ErrorsPerWindow = 100;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _windowEnds;
    private int _remain = ErrorsPerWindow;

    /// <summary>How many errors are left, and after how many seconds there are a hundred again.</summary>
    public (int Remain, int Reset) Read()
    {
        lock (_lock)
        {
            var now = Roll();
            return (_remain, (int)Math.Ceiling((_windowEnds - now).TotalSeconds));
        }
    }

    /// <summary>Counts an answer: 4xx and 5xx cost one.</summary>
    public void Count(int status)
    {
        if (status < 400)
            return;
        lock (_lock)
        {
            Roll();
            _remain = Math.Max(0, _remain - 1);
        }
    }

    /// <summary>Spends the whole budget and makes the window end at <paramref name="until"/>.</summary>
    public void SpendAll(TimeSpan until)
    {
        lock (_lock)
        {
            _remain = 0;
            _windowEnds = time.GetUtcNow() + until;
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _remain = ErrorsPerWindow;
            _windowEnds = default;
        }
    }

    private DateTimeOffset Roll()
    {
        var now = time.GetUtcNow();
        if (now >= _windowEnds)
        {
            _remain = ErrorsPerWindow;
            _windowEnds = now.AddTicks(-(now.Ticks % Window.Ticks)) + Window;
        }

        return now;
    }
}
