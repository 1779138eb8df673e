namespace HangarBay.Domain.Contracts;

/// <summary>What the lines of a contract say together and what no column stores. It is derived anew wherever it is needed.</summary>
/// <param name="Form">Whether one key alone is offered (B13).</param>
/// <param name="UnitPrice">
/// The price of one unit of that key, of one run where the key is a copy, rounded to two decimals. Null where the contract is not single,
/// has no price, or tells no quantity or no runs.
/// </param>
/// <param name="AsksForItems">Requests lines beside those that it offers.</param>
/// <param name="Blueprints">Null where no blueprint is offered.</param>
/// <param name="Lot">Null where one thing alone is offered, or nothing.</param>
public readonly record struct ContractGoods(SingleForm Form, Isk? UnitPrice, bool AsksForItems, BlueprintOffer? Blueprints, LotUnits? Lot)
{
    /// <summary>For a contract that was loaded with its lines.</summary>
    public static ContractGoods Of(Contract contract) => Of([.. contract.Lines.Select(LotLine.Of)], contract.PriceNow);

    /// <param name="lines">All lines, in any order.</param>
    /// <param name="price">The price that price filters use (M12).</param>
    public static ContractGoods Of(ReadOnlySpan<LotLine> lines, Isk? price)
    {
        var (offers, requests) = (false, false);
        foreach (ref readonly var line in lines)
        {
            offers |= line.IsIncluded;
            requests |= !line.IsIncluded;
        }

        if (!offers) return default;
        var single = requests ? SingleForm.None : IsOneThing(lines) ? SingleForm.OneType : LotLine.AreAFittedShip(lines) ? SingleForm.FittedShip : SingleForm.None;
        return new ContractGoods(single, UnitPriceOf(single, lines, price), requests, BlueprintOffer.Of(lines), LotUnits.Of(lines));
    }

    private static bool IsOneThing(ReadOnlySpan<LotLine> lines)
    {
        foreach (ref readonly var line in lines)
        {
            if (!line.IsSameThingAs(lines[0])) return false;
        }

        return true;
    }

    private static Isk? UnitPriceOf(SingleForm single, ReadOnlySpan<LotLine> lines, Isk? price)
    {
        if (single == SingleForm.None || price is not { } isk) return null;
        var units = single == SingleForm.FittedShip ? 1 : UnitsOf(lines);
        // Half a hundredth is rounded up, as every amount is. The sum of quantities and runs may exceed a long.
        return units <= 0 ? null : Isk.FromHundredths((long)(((2 * (Int128)isk.Hundredths) + units) / (2 * units)));
    }

    /// <summary>Pieces, or runs where the lines are copies; 0 where the runs are unknown.</summary>
    private static Int128 UnitsOf(ReadOnlySpan<LotLine> lines)
    {
        Int128 units = 0;
        foreach (ref readonly var line in lines) units += (Int128)line.Quantity * (line.IsBlueprintCopy ? line.Runs ?? 0 : 1);
        return units;
    }
}
