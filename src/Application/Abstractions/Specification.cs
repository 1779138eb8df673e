using System.Linq.Expressions;

namespace HangarBay.Application.Abstractions;

/// <summary>
/// A question to the database that reads like a sentence: its constructor says <c>Query.Where(...).OrderBy(...)</c>. Names
/// and shape are those of Ardalis.Specification, which this class and its evaluator stand in for.
/// </summary>
public abstract class Specification<T>
{
    protected Specification() => Query = new SpecificationBuilder<T>(this);

    /// <summary>Every condition; all of them must hold.</summary>
    public IReadOnlyList<Expression<Func<T, bool>>> WhereExpressions => ConditionList;

    /// <summary>Every key that must, or must not, be among the answers to another question.</summary>
    public IReadOnlyList<Membership<T>> Memberships => MembershipList;

    /// <summary>Sort keys, first one first.</summary>
    public IReadOnlyList<OrderExpression<T>> OrderExpressions => OrderList;

    /// <summary>Children to load along.</summary>
    public IReadOnlyList<Expression<Func<T, object?>>> IncludeExpressions => IncludeList;

    /// <summary>Null: from the first row.</summary>
    public int? Skip { get; internal set; }

    /// <summary>Null: to the last row.</summary>
    public int? Take { get; internal set; }

    protected SpecificationBuilder<T> Query { get; }

    internal List<Expression<Func<T, bool>>> ConditionList { get; } = [];

    internal List<Membership<T>> MembershipList { get; } = [];

    internal List<OrderExpression<T>> OrderList { get; } = [];

    internal List<Expression<Func<T, object?>>> IncludeList { get; } = [];
}

/// <summary>A question whose answer is projected in the database, straight to the response.</summary>
public abstract class Specification<T, TResult> : Specification<T>
{
    /// <summary>Set once, by <c>Select</c>.</summary>
    public Expression<Func<T, TResult>>? Selector { get; private set; }

    protected void Select(Expression<Func<T, TResult>> selector) => Selector = selector;
}

/// <summary>One sort key.</summary>
public sealed record OrderExpression<T>(Expression<Func<T, object?>> Key, bool Descending);
