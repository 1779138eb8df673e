namespace HangarBay.Domain.Contracts;

/// <summary>Which term belongs to which type (M12), and what is derived from terms.</summary>
public sealed partial class Contract
{
    private void TakeTerms(ListedContract row)
    {
        var reward = Amount(row.Reward);
        Buyout = Type == ContractType.Auction && row.Buyout > 0 ? Amount(row.Buyout) : null;
        Collateral = Type == ContractType.Courier ? Amount(row.Collateral) : null;
        DaysToComplete = Type == ContractType.Courier ? row.DaysToComplete : null;
        (Price, Reward) = Type switch
        {
            ContractType.Auction => (Amount(row.Price), null),
            ContractType.Courier => (null, reward),
            ContractType.ItemExchange => (Amount(row.Price), row.Reward > 0 ? reward : null),
            _ => ((Isk?)null, (Isk?)null),
        };
        if (LinesState == LinesState.Read) SettleTerms();
        else if (Reward is not null && row.Price is null or 0) Price = null;
        RewardPerVolume = PerVolume(Reward, Volume);
    }

    /// <summary>
    /// An item exchange that offers lines has a price; one that only requests lines has none. The lines tell which of the two it is. A
    /// reward stays in either case.
    /// </summary>
    private void SettleTerms()
    {
        if (Type != ContractType.ItemExchange) return;
        Price = IsWantToBuy ? null : Price ?? (Reward is null ? null : default(Isk));
        RewardPerVolume = PerVolume(Reward, Volume);
    }

    /// <summary>Also null where the volume is so close to 0 that the quotient is not finite.</summary>
    private static double? PerVolume(Isk? reward, double? volume) =>
        reward is { } isk && volume is > 0 and var cubicMetres && (double)isk.Amount / cubicMetres is var quotient && double.IsFinite(quotient)
            ? quotient
            : null;

    private void Lead(Headline headline) =>
        (HeadlineKind, HeadlineTypeId, HeadlineQuantity) = (headline.Kind, headline.TypeId, headline.Quantity);

    private void Summarise(BlueprintSummary? summary)
    {
        BlueprintCopyCount = summary?.CopyCount ?? 0;
        BlueprintRuns = summary?.Runs;
        BlueprintMaterialEfficiency = summary?.MaterialEfficiency;
        BlueprintTimeEfficiency = summary?.TimeEfficiency;
    }

    private static Isk? Amount(decimal? amount) => amount is { } isk ? Isk.Of(isk) : null;
}
