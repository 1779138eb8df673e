using System.Linq.Expressions;

namespace HangarBay.Application.Abstractions;

/// <summary>Sorting with a fixed place for keys without a value, because the engines place them differently.</summary>
public static class NullsLastBuilder
{
    /// <summary>Sorts in the given direction. Keys without a value come last in both directions (B8).</summary>
    public static IOrderedSpecificationBuilder<T> OrderNullsLast<T>(
        this ISpecificationBuilder<T> builder, Expression<Func<T, object?>> key, bool descending) =>
        builder.OrderBy(IsNull(key)).Then(key, descending);

    /// <summary>Sorts rows that are equal so far in the same way.</summary>
    public static IOrderedSpecificationBuilder<T> ThenNullsLast<T>(
        this IOrderedSpecificationBuilder<T> builder, Expression<Func<T, object?>> key, bool descending) =>
        builder.ThenBy(IsNull(key)).Then(key, descending);

    private static IOrderedSpecificationBuilder<T> Then<T>(
        this IOrderedSpecificationBuilder<T> builder, Expression<Func<T, object?>> key, bool descending) =>
        descending ? builder.ThenByDescending(key) : builder.ThenBy(key);

    private static Expression<Func<T, object?>> IsNull<T>(Expression<Func<T, object?>> key)
    {
        var isNull = Expression.Equal(key.Body, Expression.Constant(null, key.Body.Type));
        return Expression.Lambda<Func<T, object?>>(Expression.Convert(isNull, typeof(object)), key.Parameters);
    }
}
