using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.ClaimingSource;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Market;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace HangarBay.Application.Tests.Sync;

/// <summary>A database stores its source and refuses any other (M11).</summary>
public sealed class ClaimSourceTests
{
    private readonly IEsi _esi = Substitute.For<IEsi>();
    private readonly IRepository<MarketState> _market = Substitute.For<IRepository<MarketState>>();
    private readonly IUnitOfWork _unitOfWork = Substitute.For<IUnitOfWork>();

    [Fact]
    public async Task A_new_database_takes_the_source_as_its_own()
    {
        Assert.Equal("sandbox: one", await ClaimAsync("sandbox: one"));

        _market.Received().Add(Arg.Is<MarketState>(state => state!.Source == "sandbox: one"));
        await _unitOfWork.Received().SaveChangesAsync(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task The_same_source_is_accepted_and_nothing_is_written()
    {
        Holds("sandbox: one");

        Assert.Equal("sandbox: one", await ClaimAsync("sandbox: one"));

        await _unitOfWork.DidNotReceive().SaveChangesAsync(Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData("live", "sandbox: one")]
    [InlineData("sandbox: one", "sandbox: two")]
    [InlineData("sandbox: one", "live")]
    [InlineData("live", "live at https://proxy.example")]
    public async Task Another_source_is_refused_and_nothing_is_written(string held, string answering)
    {
        Holds(held);
        _esi.HasContact.Returns(true);

        var refused = await Assert.ThrowsAsync<SourceRefusedException>(() => ClaimAsync(answering));

        Assert.Contains($"\"{held}\"", refused.Message, StringComparison.Ordinal);
        await _unitOfWork.DidNotReceive().SaveChangesAsync(Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData("live")]
    [InlineData("live at https://proxy.example")]
    public async Task Real_esi_is_refused_without_a_contact(string source)
    {
        var refused = await Assert.ThrowsAsync<SettingException>(() => ClaimAsync(source));

        Assert.StartsWith("Esi:Contact is not set", refused.Message, StringComparison.Ordinal);
        _market.DidNotReceive().Add(Arg.Any<MarketState>());
    }

    [Fact]
    public async Task Real_esi_is_accepted_with_a_contact()
    {
        _esi.HasContact.Returns(true);

        Assert.Equal("live", await ClaimAsync("live"));
    }

    [Fact]
    public async Task A_sandbox_needs_no_contact() => Assert.Equal("sandbox: one", await ClaimAsync("sandbox: one"));

    private void Holds(string source) => _market.FindAsync(MarketState.OnlyId, Arg.Any<CancellationToken>()).Returns(new MarketState(source));

    private Task<string> ClaimAsync(string source)
    {
        _esi.GetSourceAsync(Arg.Any<CancellationToken>()).Returns(source);
        return new ClaimSourceHandler(_esi, _market, _unitOfWork, NullLogger<ClaimSourceHandler>.Instance).Handle(new ClaimSource(), default);
    }
}
