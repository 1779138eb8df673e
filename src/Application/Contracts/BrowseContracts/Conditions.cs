using System.Linq.Expressions;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>Joins conditions, so that each is written once and alone.</summary>
internal static class Conditions
{
    public static Expression<Func<T, bool>> AllOf<T>(IEnumerable<Expression<Func<T, bool>>> conditions) =>
        conditions.Aggregate((left, right) => left.And(right));

    public static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Join(left, right, Expression.AndAlso);

    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Join(left, right, Expression.OrElse);

    /// <summary>
    /// How the key stands to a value, by the operator of its type; strings, which have none, by <see cref="string.Compare(string, string)"/>.
    /// The value becomes a parameter of the query, not a part of its text.
    /// </summary>
    public static Expression<Func<T, bool>> Compared<T, TKey>(this Expression<Func<T, TKey>> key, ExpressionType how, TKey value)
    {
        Expression<Func<TKey>> captured = () => value;
        var comparison = typeof(TKey) == typeof(string) && how != ExpressionType.Equal
            ? Expression.MakeBinary(how, Expression.Call(typeof(string), nameof(string.Compare), null, key.Body, captured.Body), Expression.Constant(0))
            : Expression.MakeBinary(how, key.Body, captured.Body);
        return Expression.Lambda<Func<T, bool>>(comparison, key.Parameters);
    }

    private static Expression<Func<T, bool>> Join<T>(
        Expression<Func<T, bool>> left, Expression<Func<T, bool>> right, Func<Expression, Expression, BinaryExpression> join)
    {
        var parameter = left.Parameters[0];
        var body = new Renamer(right.Parameters[0], parameter).Visit(right.Body);
        return Expression.Lambda<Func<T, bool>>(join(left.Body, body), parameter);
    }

    private sealed class Renamer(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
