namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// The number of orders or postings of blocks that one sort or one condition may still make. Each takes some tenths of a millisecond. The
/// limit keeps the first questions after a load from being far slower than others.
/// </summary>
internal sealed class MakingBudget
{
    private int _left = 64;

    public bool Take() => _left-- > 0;
}
