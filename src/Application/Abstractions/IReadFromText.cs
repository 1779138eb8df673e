namespace HangarBay.Application.Abstractions;

/// <summary>
/// A request whose parameters were read from text. It names the parameters that could not be read, so that validation reports all flaws of
/// a request together. The interface does not tell whether the request reads or writes.
/// </summary>
public interface IReadFromText
{
    IReadOnlyList<UnreadableParameter> Unreadable { get; }
}

/// <summary>A parameter by its property's name, such as <c>MinPrice</c>, and a plain sentence saying what is allowed.</summary>
public sealed record UnreadableParameter(string Name, string Message);
