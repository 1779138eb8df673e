namespace HangarBay.Application.InMemory.Matching;

/// <summary>
/// How many orders and postings of blocks one question may still make, each in about a tenth of a millisecond, so that the first
/// questions after a load are not far slower than others.
/// </summary>
internal sealed class Making
{
    private int _left = 64;

    public bool Take() => _left-- > 0;
}
