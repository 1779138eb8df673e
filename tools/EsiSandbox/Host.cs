using HangarBay.EsiSandbox.Engine;

namespace HangarBay.EsiSandbox;

/// <summary>Runs one sandbox until it is stopped. An error at the start becomes a sentence and an exit code.</summary>
internal static class Host
{
    public const int BadArguments = 2;
    private const int CannotListen = 1;

    public static async Task<int> RunAsync(SandboxOptions options, string url, CancellationToken cancellationToken)
    {
        try
        {
            await using var server = await SandboxServer.StartAsync(options, TimeProvider.System, url, cancellationToken);
            Console.WriteLine($"ESI sandbox ({server.Identity}) on {server.BaseAddress}; controls at {new Uri(server.BaseAddress, "sandbox")}; Ctrl+C ends it.");
            await server.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (SandboxSetupException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return BadArguments;
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"'{url}' is not an address to listen on, such as http://127.0.0.1:5090.");
            return BadArguments;
        }
        catch (IOException)
        {
            await Console.Error.WriteLineAsync($"Something else is listening on {url}; choose another address with --urls.");
            return CannotListen;
        }
    }
}
