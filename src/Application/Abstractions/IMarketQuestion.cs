using MediatR;

namespace HangarBay.Application.Abstractions;

/// <summary>A question about the market that has one answer for as long as the market's stamp stays.</summary>
public interface IMarketQuestion<out T> : IRequest<T>
{
    /// <summary>
    /// The question in one form, language included, for asking whether it was asked before: two that mean the same have the
    /// same, and a good one never has that of one that is refused. Null where nobody needs to know, as it will be refused.
    /// </summary>
    string? Key { get; }
}
