using System.Text.Json;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Infrastructure.Esi;

/// <summary>
/// Sends a call to ESI and reads the answer. Every attempt goes through the governor. An outage is retried up to three times and an
/// unreadable body up to twice, with back-off. 420 and 429 are retried up to three times, when the pause is over.
/// </summary>
internal sealed class EsiTransport(
    HttpClient http, EsiGovernor governor, EsiClock clock, KnownSource source, EsiMetrics metrics, IOptions<EsiOptions> options,
    TimeProvider time, ILogger<EsiTransport> logger)
{
    private readonly EsiOptions _options = options.Value;

    public async Task<T> SendAsync<T>(EsiCall call, Func<EsiReply, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var throttled = 0;
        var failed = 0;
        while (true)
        {
            try
            {
                return await TryAsync(call, read, cancellationToken);
            }
            catch (AttemptFailedException attempt)
            {
                var retries = attempt.Failure switch
                {
                    AttemptFailure.Throttled => 3 - throttled++,
                    AttemptFailure.Outage => 3 - failed++,
                    AttemptFailure.Unreadable => 2 - failed++,
                    _ => 0,
                };
                if (retries <= 0) throw new EsiUnavailableException($"{call.Route}: {attempt.Message}", attempt);

                // The governor holds the retry back until the pause is over, and has already logged the pause.
                if (attempt.Failure == AttemptFailure.Throttled) continue;

                var delay = BackOff(failed);
                Log.Retrying(logger, call.Route, attempt.Message, delay);
                await Task.Delay(delay, time, cancellationToken);
            }
        }
    }

    private async Task<T> TryAsync<T>(EsiCall call, Func<EsiReply, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var pass = await governor.EnterAsync(call.Route, call.Priority, cancellationToken);
        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var started = time.GetTimestamp();
        var status = 0;
        try
        {
            using var request = call.ToRequest();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            status = (int)response.StatusCode;
            governor.Observe(call.Route, response);
            clock.Observe(response);
            if (status is 420 or 429) throw new AttemptFailedException(AttemptFailure.Throttled, $"ESI answered {status}.");
            if (status >= 500) throw new AttemptFailedException(AttemptFailure.Outage, $"ESI answered {status}.");
            var reply = new EsiReply(response, time.GetUtcNow(), _options.MaxBodyBytes);
            source.Refuse(reply);
            return await read(reply, either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AttemptFailedException(AttemptFailure.Outage, $"ESI did not answer in full within {_options.Timeout}.", e);
        }
        catch (HttpRequestException e) when (status == 0)
        {
            throw new AttemptFailedException(AttemptFailure.Outage, "ESI could not be reached.", e);
        }
        catch (JsonException e)
        {
            throw new AttemptFailedException(AttemptFailure.Unreadable, "ESI's answer is cut short, or not the expected JSON.", e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or HttpRequestException)
        {
            throw new AttemptFailedException(AttemptFailure.Unreadable, "ESI's answer is cut short.", e);
        }
        catch (DomainException e)
        {
            throw new AttemptFailedException(AttemptFailure.Unreadable, $"ESI's answer is invalid: {e.Message}", e);
        }
        finally
        {
            metrics.Tried(call.Route, status, time.GetElapsedTime(started));
        }
    }

    // 0.5 to 1.5 times the step, so that calls which failed together are not retried together.
    private TimeSpan BackOff(int failed) =>
        _options.RetryDelay * (Math.Pow(2, failed - 1) * (0.5 + Random.Shared.NextDouble()));
}
