namespace HangarBay.Domain.Universe;

/// <summary>High-sec from 0.45, low-sec above 0, null-sec at 0 or less.</summary>
public enum SecurityBand
{
    High,
    Low,
    Null,
}
