using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>The command line of the program.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--contracts", "0")]
    [InlineData("--contracts", "many")]
    [InlineData("--seed", "lucky")]
    [InlineData("--generation", "0")]
    [InlineData("--recorded", "/nowhere/at/all")]
    [InlineData("--urls", "somewhere")]
    [InlineData("--tokens", "0")]
    [InlineData("--tokens", "5", "--token-window", "0")]
    [InlineData("--shape", "round")]
    [InlineData("--shape", "7")]
    [InlineData("--turbo", "on")]
    public async Task Invalid_arguments_are_refused_in_one_sentence_with_exit_code_2(params string[] arguments)
    {
        using var program = Run(arguments);
        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.EndsWith(".", error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_reported_in_one_sentence_with_exit_code_1()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        using var program = Run("--urls", $"http://127.0.0.1:{port}");
        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(1, program.ExitCode);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task It_prints_its_address_and_answers_there()
    {
        using var program = Run("--urls", "http://127.0.0.1:0", "--contracts", "100", "--seed", "7", "--shape", "newEden");
        try
        {
            var told = await program.StandardOutput.ReadLineAsync();
            var address = told!.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal)).TrimEnd(';');
            using var esi = new Caller(new Uri(address));

            Assert.Equal("generated seed=7 contracts=100", (string)(await esi.GetAsync("/sandbox")).Json["identity"]!);
        }
        finally
        {
            program.Kill();
        }
    }

    private static Process Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(Host).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
