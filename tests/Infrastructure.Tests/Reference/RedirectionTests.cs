using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HangarBay.Application.Reference;
using HangarBay.Infrastructure.Esi;
using HangarBay.Infrastructure.Reference;
using HangarBay.Infrastructure.Tests.Reference.Given;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace HangarBay.Infrastructure.Tests.Reference;

/// <summary>The operator sets the addresses of files, but a redirection comes from another party, so it is not trusted as much.</summary>
public sealed class RedirectionTests : IAsyncLifetime
{
    private const int Most = 5;

    private FileHost _plain = null!;
    private FileHost _secure = null!;

    public async Task InitializeAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        _plain = await FileHost.StartAsync();
        _secure = await FileHost.StartAsync(certificate);
        foreach (var host in new[] { _plain, _secure }) host.Put("file", [1, 2, 3]);
    }

    public async Task DisposeAsync()
    {
        await _plain.DisposeAsync();
        await _secure.DisposeAsync();
    }

    [Theory]
    [InlineData(Most, true)]
    [InlineData(Most + 1, false)]
    public async Task Five_redirections_are_followed(int times, bool isFollowed)
    {
        for (var time = 1; time < times; time++) _plain.Redirects[$"/{time}"] = $"/{time + 1}";
        _plain.Redirects[$"/{times}"] = "/file";

        if (isFollowed) Assert.Equal(3, await LengthAsync(_plain.BaseUrl + "1"));
        else await Assert.ThrowsAsync<UnusableSourceException>(() => LengthAsync(_plain.BaseUrl + "1"));
        Assert.Equal(isFollowed, _plain.Asked.Contains("/file 200"));
    }

    [Fact]
    public async Task A_redirection_from_TLS_may_lead_only_to_TLS()
    {
        _secure.Redirects["/moved"] = "/file";
        _secure.Redirects["/plain"] = _plain.BaseUrl + "file";

        Assert.Equal(3, await LengthAsync(_secure.BaseUrl + "moved"));
        await Assert.ThrowsAsync<UnusableSourceException>(() => LengthAsync(_secure.BaseUrl + "plain"));
        Assert.Empty(_plain.Asked);
    }

    [Fact]
    public async Task A_redirection_may_lead_to_TLS()
    {
        _plain.Redirects["/secure"] = _secure.BaseUrl + "file";

        Assert.Equal(3, await LengthAsync(_plain.BaseUrl + "secure"));
    }

    private static async Task<long> LengthAsync(string address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Esi:BaseUrl", "http://127.0.0.1:1/")]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddEsi(configuration).AddReference(configuration);
        // The certificate is the test's own.
        services.ConfigureAll<HttpClientFactoryOptions>(client => client.HttpMessageHandlerBuilderActions.Add(builder =>
        {
            if (builder.PrimaryHandler is SocketsHttpHandler handler)
                handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, errors) => errors != SslPolicyErrors.RemoteCertificateNotAvailable;
        }));
        await using var provider = services.BuildServiceProvider();
        await using var file = await provider.GetRequiredService<SourceFiles>().OpenAsync(address, known: null, CancellationToken.None);
        return file!.Stream.Length;
    }
}
