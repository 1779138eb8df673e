using System.Linq.Expressions;
using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using NSubstitute;
using NSubstitute.Core;

namespace HangarBay.Application.Tests.Given;

/// <summary>
/// Rows of one kind, and substitutes for their repositories. These apply the conditions of a specification and its number of rows. They
/// keep the order in which rows were added, because sorting is the database's work.
/// </summary>
internal sealed class Stored<T> : List<T>
    where T : class, IAggregateRoot
{
    public Stored()
    {
        Reading.ListAsync(Arg.Any<Specification<T>>(), Arg.Any<CancellationToken>()).Returns(call => Found(call));
        Reading.CountAsync(Arg.Any<Specification<T>>(), Arg.Any<CancellationToken>())
            .Returns(call => this.Count(call.Arg<Specification<T>>().IsSatisfiedBy));
        Reading.StreamAsync(Arg.Any<Specification<T>>(), Arg.Any<CancellationToken>()).Returns(call => Found(call).ToAsyncEnumerable());
        Changing.ListAsync(Arg.Any<Specification<T>>(), Arg.Any<CancellationToken>()).Returns(call => Found(call));
        Changing.FirstOrDefaultAsync(Arg.Any<Specification<T>>(), Arg.Any<CancellationToken>()).Returns(call => Found(call).FirstOrDefault());
        Changing.When(rows => rows.Add(Arg.Any<T>())).Do(call => Add(call.Arg<T>()));
    }

    public IReadRepository<T> Reading { get; } = Substitute.For<IReadRepository<T>>();

    public IRepository<T> Changing { get; } = Substitute.For<IRepository<T>>();

    /// <summary>Also answers queries for lists of this result.</summary>
    public Stored<T> Telling<TResult>()
    {
        Reading.ListAsync(Arg.Any<Specification<T, TResult>>(), Arg.Any<CancellationToken>())
            .Returns(call => Told<TResult>(call));
        return this;
    }

    /// <summary>Also answers queries for streams of this result, with many results for each row.</summary>
    public Stored<T> Streaming<TResult>()
    {
        Reading.StreamAsync(Arg.Any<Specification<T, TResult>>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            var specification = call.Arg<Specification<T, TResult>>();
            return Meeting(specification).SelectMany(specification.SelectorMany!.Compile()).ToList().ToAsyncEnumerable();
        });
        return this;
    }

    /// <summary>Also answers queries for the first result of this type.</summary>
    public Stored<T> TellingFirst<TResult>()
    {
        Reading.FirstOrDefaultAsync(Arg.Any<Specification<T, TResult>>(), Arg.Any<CancellationToken>())
            .Returns(call => Told<TResult>(call).FirstOrDefault());
        return this;
    }

    /// <summary>Also answers counts by a key of this type.</summary>
    public Stored<T> CountedBy<TKey>()
        where TKey : notnull
    {
        Reading.CountByAsync(Arg.Any<Specification<T>>(), Arg.Any<Expression<Func<T, TKey>>>(), Arg.Any<CancellationToken>())
            .Returns(call => Found(call).CountBy(call.Arg<Expression<Func<T, TKey>>>().Compile()).ToDictionary());
        return this;
    }

    /// <summary>Lets the repository find rows by this key.</summary>
    public Stored<T> KeyedBy(Func<T, object> key)
    {
        Changing.FindAsync(Arg.Any<object>(), Arg.Any<CancellationToken>()).Returns(call => Find(row => key(row).Equals(call.Arg<object>())));
        return this;
    }

    private List<T> Found(CallInfo call) => Meeting(call.Arg<Specification<T>>());

    private List<TResult> Told<TResult>(CallInfo call)
    {
        var specification = call.Arg<Specification<T, TResult>>();
        return [.. Meeting(specification).Select(specification.Selector!.Compile())];
    }

    private List<T> Meeting(Specification<T> specification)
    {
        var rows = this.Where(specification.IsSatisfiedBy);
        return [.. specification.Take >= 0 ? rows.Take(specification.Take) : rows];
    }
}
