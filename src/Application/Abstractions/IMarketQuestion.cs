using MediatR;

namespace HangarBay.Application.Abstractions;

/// <summary>A question about the market that has one answer for as long as the market's stamp stays.</summary>
public interface IMarketQuestion<out T> : IRequest<T>
{
    /// <summary>
    /// The question in a normal form, language included, as the key of a kept answer. Two questions that mean the same have the same key. A
    /// valid question never shares its key with one that is refused. Null where the question will be refused, so that no key is needed.
    /// </summary>
    string? Key { get; }
}
