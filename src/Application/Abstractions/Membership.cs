using System.Linq.Expressions;

namespace HangarBay.Application.Abstractions;

/// <summary>A condition on rows of one kind that rows of another kind decide.</summary>
public abstract class Membership<T>
{
    /// <summary>The condition, once it is known where the other rows are.</summary>
    public abstract Expression<Func<T, bool>> Within(IAnswers answers);
}

/// <summary>Where a question's answers come from.</summary>
public interface IAnswers
{
    /// <summary>The answers as a part of whatever query they decide; nothing is asked yet.</summary>
    Expression To<T, TResult>(Specification<T, TResult> question)
        where T : class;

    /// <summary>The same of whole rows.</summary>
    Expression To<T>(Specification<T> question)
        where T : class;
}

internal sealed class Membership<T, TKey>(Expression<Func<T, TKey>> key, Func<IAnswers, Expression> question, bool isAmong) : Membership<T>
{
    public override Expression<Func<T, bool>> Within(IAnswers answers)
    {
        var among = Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(TKey)], question(answers), key.Body);
        return Expression.Lambda<Func<T, bool>>(isAmong ? among : Expression.Not(among), key.Parameters);
    }
}
