namespace HangarBay.WebApi.Limits;

/// <summary>How much time each client's answers took, within a window that slides in two steps.</summary>
/// <param name="budget">What a client may use within a window.</param>
/// <param name="window">The length of a window.</param>
/// <param name="time">The clock.</param>
internal sealed class ClientBudgets(TimeSpan budget, TimeSpan window, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Account[] _accounts = new Account[ClientAddress.Most];
    private readonly long _began = time.GetTimestamp();

    /// <summary>Null while the client is within its budget; else how long to wait before the next request.</summary>
    /// <param name="client">A number below <see cref="ClientAddress.Most"/>.</param>
    public TimeSpan? WaitOf(int client)
    {
        lock (_lock)
        {
            var (number, passed) = Now();
            ref var account = ref AccountOf(client, number);
            // The time used in the previous window counts less the further this window has passed.
            var used = (account.Before * (1 - passed)) + account.Used;
            return used <= budget ? null : window * (1 - passed);
        }
    }

    public void Charge(int client, TimeSpan used)
    {
        lock (_lock) AccountOf(client, Now().Number).Used += used;
    }

    /// <summary>The number of the current window, and the part of it that has passed.</summary>
    private (long Number, double Passed) Now()
    {
        var elapsed = time.GetElapsedTime(_began) / window;
        return ((long)elapsed, elapsed - Math.Floor(elapsed));
    }

    private ref Account AccountOf(int client, long number)
    {
        ref var account = ref _accounts[client];
        if (account.Number != number) account = new Account { Number = number, Before = account.Number == number - 1 ? account.Used : TimeSpan.Zero };
        return ref account;
    }

    private struct Account
    {
        public long Number;
        public TimeSpan Before;
        public TimeSpan Used;
    }
}
