namespace HangarBay.Application.Abstractions;

/// <summary>
/// A question from outside that only reads. In a process that serves requests, it is answered over a read-only session. The database
/// cancels each of its queries after <c>Api:RequestTimeout</c>. A request that writes must not carry this mark.
/// </summary>
public interface ILimitedQuestion;
