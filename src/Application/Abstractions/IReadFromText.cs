namespace HangarBay.Application.Abstractions;

/// <summary>
/// A request that an edge read from text. What it could not read stands here, so that validation reports everything wrong
/// with a request at once. It says nothing of whether the request reads or writes.
/// </summary>
public interface IReadFromText
{
    IReadOnlyList<UnreadableParameter> Unreadable { get; }
}

/// <summary>A parameter by its property's name, such as <c>MinPrice</c>, and a plain sentence saying what is allowed.</summary>
public sealed record UnreadableParameter(string Name, string Message);
