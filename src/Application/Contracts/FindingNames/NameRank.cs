namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>How well a name meets a text that it holds: 0 is best.</summary>
internal static class NameRank
{
    public const int Exact = 0;
    public const int Begins = 1;
    public const int WordsBegin = 2;
    public const int Holds = 3;

    /// <summary>How many ranks there are.</summary>
    public const int Count = 4;
}
