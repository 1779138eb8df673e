namespace HangarBay.WebApi.Limits;

/// <summary>
/// So many places, and a short queue before them. Clients are served in turns: a client's second waits behind the first of everybody
/// else, and no client holds more than its share of the places.
/// </summary>
/// <param name="places">How many there are; at least one.</param>
/// <param name="placesEach">How many of them one client may hold; at least one.</param>
/// <param name="waiting">How many may wait at once.</param>
/// <param name="waitingEach">How many of them may be one client's.</param>
internal sealed class FairQueue(int places, int placesEach, int waiting, int waitingEach)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Client> _clients = [];

    // Those with somebody who waits; the next one first.
    private readonly LinkedList<Client> _turns = new();
    private int _free = places;
    private int _waiting;

    /// <summary>A place, to be disposed of; null where too many wait already.</summary>
    /// <param name="client">Whom it is for.</param>
    /// <param name="cancellationToken">When they wait no longer.</param>
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
