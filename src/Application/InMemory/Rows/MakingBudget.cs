namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// How many orders or postings of blocks one sort or one condition may still make, each in some tenths of a millisecond, so that the
/// first questions after a load are not far slower than others.
/// </summary>
internal sealed class MakingBudget
{
    private int _left = 64;

    public bool Take() => _left-- > 0;
}
