using System.Linq.Expressions;
using System.Reflection;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Tests.Given;

/// <summary>The market's row as the database holds it. In the product only the writer's own statement sets these values.</summary>
internal static class MarketStates
{
    public static MarketState At(long version, DateTimeOffset? changedAt, string source = "live") => new MarketState(source)
        .Having(state => state.Version, version)
        .Having(state => state.ChangedAt, changedAt);

    private static MarketState Having<T>(this MarketState state, Expression<Func<MarketState, T>> column, T value)
    {
        ((PropertyInfo)((MemberExpression)column.Body).Member).SetValue(state, value);
        return state;
    }
}
