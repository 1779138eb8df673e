using System.Collections;
using HangarBay.Application.Market;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using NSubstitute;

namespace HangarBay.Application.Tests.Given;

/// <summary>A substitute for the market's writer. It runs each change at once, on the contracts that the test gives as stored.</summary>
internal sealed class ScriptedMarket
{
    public ScriptedMarket()
    {
        Change.GiveLinesAsync(Arg.Any<IReadOnlyCollection<ContractId>>(), Arg.Any<Action<Contract>>(), Arg.Any<CancellationToken>())
            .Returns(call => Hand(Pending, call));
        Change.MeetTypesAsync(Arg.Any<IReadOnlyCollection<TypeId>>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            Met.AddRange(call.Arg<IReadOnlyCollection<TypeId>>());
            return Known.Catalogue;
        });
        Change.TakeBidsAsync(Arg.Any<IReadOnlyCollection<ContractId>>(), Arg.Any<Action<Contract>>(), Arg.Any<CancellationToken>())
            .Returns(call => Hand(Auctions, call));
        Change.NameAsync(Arg.Any<IReadOnlyCollection<Arg.AnyType>>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            var rows = ((IEnumerable)call[0]).Cast<object>().ToList();
            Named.AddRange(rows);
            return rows.Count;
        });
    }

    public IMarketWriter Writer { get; } = Substitute.For<IMarketWriter>();

    public IMarketChange Change { get; } = Substitute.For<IMarketChange>();

    /// <summary>Open contracts that wait for lines.</summary>
    public List<Contract> Pending { get; } = [];

    /// <summary>Open auctions.</summary>
    public List<Contract> Auctions { get; } = [];

    /// <summary>The reference data that was stored, in that order.</summary>
    public List<object> Named { get; } = [];

    /// <summary>The types of the lines that were stored.</summary>
    public List<TypeId> Met { get; } = [];

    /// <summary>Runs changes that return a result of this type.</summary>
    public ScriptedMarket Running<T>()
    {
        Writer.ChangeAsync(Arg.Any<Func<IMarketChange, CancellationToken, Task<T>>>(), Arg.Any<CancellationToken>())
            .Returns(call => call.Arg<Func<IMarketChange, CancellationToken, Task<T>>>()(Change, CancellationToken.None));
        return this;
    }

    private static Task Hand(List<Contract> stored, NSubstitute.Core.CallInfo call)
    {
        var ids = call.Arg<IReadOnlyCollection<ContractId>>();
        foreach (var contract in stored.Where(contract => ids.Contains(contract.Id))) call.Arg<Action<Contract>>()(contract);
        return Task.CompletedTask;
    }
}
