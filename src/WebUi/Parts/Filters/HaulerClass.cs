using HangarBay.Domain.Catalogue;

namespace HangarBay.WebUi.Parts.Filters;

/// <summary>A class of ships that carry cargo.</summary>
/// <param name="Group">The group of its ships, which has the game's own name of the class.</param>
/// <param name="English">Its name where the group's is not known.</param>
/// <param name="Hold">The volume in cubic metres that its pilots plan with.</param>
public sealed record HaulerClass(GroupId Group, string English, int Hold)
{
    /// <summary>The smallest first.</summary>
    public static readonly IReadOnlyList<HaulerClass> All =
    [
        new(new GroupId(1202), "Blockade Runner", 12_500),
        new(new GroupId(380), "Deep Space Transport", 62_500),
        new(new GroupId(902), "Jump Freighter", 340_000),
        new(new GroupId(513), "Freighter", 1_125_000),
    ];
}
