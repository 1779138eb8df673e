namespace HangarBay.Application.Abstractions;

/// <summary>
/// A question from outside, which only reads. Where requests are served it is answered over a read-only session, and the database
/// cuts each of its queries after <c>Api:RequestTimeout</c>. A request that writes must not carry this mark.
/// </summary>
public interface ILimitedQuestion;
