using System.Linq.Expressions;

namespace HangarBay.Application.Abstractions;

/// <summary>
/// What a specification's constructor can say of other rows, where there is no navigation to them: the library speaks of rows
/// of one kind only.
/// </summary>
public static class MembershipBuilder
{
    private const string Key = nameof(MembershipBuilder);

    /// <summary>The key is among the answers to another question, which is asked within the same query.</summary>
    public static ISpecificationBuilder<T> WhereAmong<T, TOther, TKey>(
        this ISpecificationBuilder<T> builder, Expression<Func<T, TKey>> key, Specification<TOther, TKey> question)
        where TOther : class => builder.Add(key, answers => answers.To(question), isAmong: true);

    /// <summary>The key is among those of the rows that another specification finds.</summary>
    public static ISpecificationBuilder<T> WhereAmong<T, TOther, TKey>(
        this ISpecificationBuilder<T> builder, Expression<Func<T, TKey>> key, Specification<TOther> rows, Expression<Func<TOther, TKey>> keyOf)
        where TOther : class =>
        builder.Add(key, answers => Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(TOther), typeof(TKey)], answers.To(rows), Expression.Quote(keyOf)), isAmong: true);

    /// <summary>The key is among the answers to one question or to another, or both. Apart, each can use an index of its own.</summary>
    public static ISpecificationBuilder<T> WhereAmongEither<T, TOne, TOther, TKey>(
        this ISpecificationBuilder<T> builder, Expression<Func<T, TKey>> key, Specification<TOne, TKey> one, Specification<TOther, TKey> other)
        where TOne : class
        where TOther : class =>
        builder.Add(key, answers => Expression.Call(typeof(Queryable), nameof(Queryable.Concat), [typeof(TKey)], answers.To(one), answers.To(other)), isAmong: true);

    /// <summary>The key is none of the answers to another question; null is never among them.</summary>
    public static ISpecificationBuilder<T> WhereNotAmong<T, TOther, TKey>(
        this ISpecificationBuilder<T> builder, Expression<Func<T, TKey>> key, Specification<TOther, TKey> question)
        where TOther : class => builder.Add(key, answers => answers.To(question), isAmong: false);

    /// <summary>Every key that must, or must not, be among the answers to another question.</summary>
    public static IReadOnlyList<Membership<T>> Memberships<T>(this Specification<T> specification) =>
        specification.Items.TryGetValue(Key, out var kept) ? (List<Membership<T>>)kept : [];

    private static ISpecificationBuilder<T> Add<T, TKey>(
        this ISpecificationBuilder<T> builder, Expression<Func<T, TKey>> key, Func<IAnswers, Expression> question, bool isAmong)
    {
        var items = builder.Specification.Items;
        if (!items.TryGetValue(Key, out var kept)) items.Add(Key, kept = new List<Membership<T>>());
        ((List<Membership<T>>)kept).Add(new Membership<T, TKey>(key, question, isAmong));
        return builder;
    }
}
