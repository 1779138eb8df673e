namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>Keeps the random streams apart, so that another draw in one place does not change the draws in other places.</summary>
internal static class Purpose
{
    public const int Life = 1;
    public const int Terms = 2;
    public const int Goods = 3;
    public const int Title = 4;
    public const int Bids = 5;
    public const int Phase = 6;
    public const int Issuer = 7;
    public const int Gap = 8;
    public const int Jitter = 9;
}
