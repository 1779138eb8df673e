using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>
/// A listener that can be shut and opened again at the same address while its server runs. While it is shut, it refuses connections like
/// a machine on which nothing listens. Shutting it cuts off the open connections.
/// </summary>
internal sealed class Door(IConnectionListenerFactory factory, IConnectionListener first) : IConnectionListener
{
    private readonly EndPoint _address = first.EndPoint;
    private readonly ConcurrentDictionary<string, ConnectionContext> _guests = new();
    private readonly ConcurrentBag<IConnectionListener> _retired = [];
    private readonly CancellationTokenSource _gone = new();
    private readonly SemaphoreSlim _hand = new(1);
    private volatile IConnectionListener? _listener = first;
    private TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The address with the port that it was given, also while it is shut.</summary>
    public EndPoint EndPoint => _address;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (!_gone.IsCancellationRequested)
        {
            var opened = Volatile.Read(ref _opened).Task;
            if (_listener is not { } listener)
            {
                await Task.WhenAny(opened, Task.Delay(Timeout.Infinite, _gone.Token)).WaitAsync(cancellationToken);
                continue;
            }

            ConnectionContext? guest;
            try
            {
                guest = await listener.AcceptAsync(cancellationToken);
            }
            catch (ObjectDisposedException)
            {
                continue;
            }

            if (guest is not null && Let(guest, listener))
                return guest;
        }

        return null;
    }

    /// <summary>Refuses connections from now on and cuts off the open ones, except one.</summary>
    /// <param name="spared">Id of the connection that asked for this, which is not cut off; null: none.</param>
    public async Task ShutAsync(string? spared = null)
    {
        await _hand.WaitAsync();
        try
        {
            if (_listener is not { } listener)
                return;
            // A task that is not completed yet may have a waiter, so it is not replaced.
            if (_opened.Task.IsCompleted)
                Volatile.Write(ref _opened, new(TaskCreationOptions.RunContinuationsAsynchronously));
            _listener = null;
            await listener.UnbindAsync();
            // The connections, also the spared one, still use the buffers of the listener. So it is disposed at the end.
            _retired.Add(listener);
            foreach (var guest in _guests.Values.Where(guest => guest.ConnectionId != spared))
                guest.Abort(new ConnectionAbortedException("The sandbox is down."));
        }
        finally
        {
            _hand.Release();
        }
    }

    /// <exception cref="AddressInUseException">Another process took the port meanwhile.</exception>
    public async Task OpenAsync()
    {
        await _hand.WaitAsync();
        try
        {
            if (_listener is not null || _gone.IsCancellationRequested)
                return;
            _listener = await factory.BindAsync(_address, CancellationToken.None);
            Volatile.Read(ref _opened).TrySetResult();
        }
        finally
        {
            _hand.Release();
        }
    }

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        await _gone.CancelAsync();
        if (_listener is { } listener)
            await listener.UnbindAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        if (_listener is { } listener)
            await listener.DisposeAsync();
        foreach (var retired in _retired)
            await retired.DisposeAsync();
    }

    /// <summary>Registers an accepted connection; aborts it and returns false when the door was shut meanwhile.</summary>
    private bool Let(ConnectionContext guest, IConnectionListener through)
    {
        _guests[guest.ConnectionId] = guest;
        guest.ConnectionClosed.UnsafeRegister(_ => _guests.TryRemove(guest.ConnectionId, out ConnectionContext? _), null);
        if (ReferenceEquals(_listener, through))
            return true;
        guest.Abort(new ConnectionAbortedException("The sandbox is down."));
        return false;
    }
}
