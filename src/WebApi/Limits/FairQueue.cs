namespace HangarBay.WebApi.Limits;

/// <summary>
/// A fixed number of places with a short queue before them. Clients are served in turns: a client's second request waits behind the first
/// of every other client. No client holds more than its share of the places.
/// </summary>
/// <param name="places">The number of places; at least one.</param>
/// <param name="placesEach">How many places one client may hold; at least one.</param>
/// <param name="waiting">How many requests may wait at once.</param>
/// <param name="waitingEach">How many requests of one client may wait at once.</param>
internal sealed class FairQueue(int places, int placesEach, int waiting, int waitingEach)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Client> _clients = [];

    // The clients with waiting requests, in the order of their turns.
    private readonly LinkedList<Client> _turns = new();
    private int _free = places;
    private int _waiting;

    /// <summary>Returns a place, which the caller disposes of; null where too many requests wait already.</summary>
    /// <param name="client">The client that asks.</param>
    /// <param name="cancellationToken">Cancelled when the client waits no longer.</param>
    public Task<IDisposable?> EnterAsync(int client, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var asking = ClientOf(client);
            if (_free > 0 && asking.Held < placesEach && asking.Waiting.Count == 0) return Task.FromResult<IDisposable?>(Take(asking));
            if (_waiting == waiting || asking.Waiting.Count == waitingEach)
            {
                Forget(asking);
                return Task.FromResult<IDisposable?>(null);
            }

            var waiter = new TaskCompletionSource<IDisposable?>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (asking.Waiting.Count == 0) _turns.AddLast(asking);
            asking.Waiting.AddLast(waiter);
            _waiting++;
            return WaitAsync(asking, waiter, cancellationToken);
        }
    }

    private async Task<IDisposable?> WaitAsync(Client client, TaskCompletionSource<IDisposable?> waiter, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (queue, client, waiter) = ((FairQueue, Client, TaskCompletionSource<IDisposable?>))state!;
                if (queue.TryGiveUp(client, waiter)) waiter.SetCanceled(token);
            },
            (this, client, waiter));
        return await waiter.Task;
    }

    private bool TryGiveUp(Client client, TaskCompletionSource<IDisposable?> waiter)
    {
        lock (_lock)
        {
            if (!client.Waiting.Remove(waiter)) return false;
            _waiting--;
            if (client.Waiting.Count == 0) _turns.Remove(client);
            Forget(client);
            return true;
        }
    }

    private void Leave(Client client)
    {
        lock (_lock)
        {
            _free++;
            client.Held--;
            for (var next = _turns.First; next is not null && _free > 0; next = next.Next)
            {
                if (next.Value.Held == placesEach) continue;
                Admit(next.Value);
                break;
            }

            Forget(client);
        }
    }

    private void Admit(Client client)
    {
        var waiter = client.Waiting.First!.Value;
        client.Waiting.RemoveFirst();
        _waiting--;
        _turns.Remove(client);
        if (client.Waiting.Count > 0) _turns.AddLast(client);
        waiter.SetResult(Take(client));
    }

    private Place Take(Client client)
    {
        _free--;
        client.Held++;
        return new Place(this, client);
    }

    private Client ClientOf(int id)
    {
        if (!_clients.TryGetValue(id, out var client)) _clients[id] = client = new Client(id);
        return client;
    }

    private void Forget(Client client)
    {
        if (client is { Held: 0, Waiting.Count: 0 }) _clients.Remove(client.Id);
    }

    private sealed class Client(int id)
    {
        public int Id => id;

        public int Held { get; set; }

        public LinkedList<TaskCompletionSource<IDisposable?>> Waiting { get; } = new();
    }

    private sealed class Place(FairQueue queue, Client client) : IDisposable
    {
        private bool _isLeft;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref _isLeft, true)) queue.Leave(client);
        }
    }
}
