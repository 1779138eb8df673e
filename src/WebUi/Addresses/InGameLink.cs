using System.Globalization;
using System.Text;
using HangarBay.Application.Contracts;

namespace HangarBay.WebUi.Addresses;

/// <summary>A contract's address in the game: text that its chat, mails and notes turn into a link.</summary>
public static class InGameLink
{
    /// <summary>Null where the system it starts in is unknown, because the game cannot open the contract without it.</summary>
    public static string? Of(ContractRow contract)
    {
        if (contract.StartLocationSystemId is not { } system) return null;
        var names = new[] { contract.PrimaryLabel, contract.Title }.Select(Plain);
        var name = names.FirstOrDefault(text => text.Length > 0) ?? contract.ContractId.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"<url=contract:{system}//{contract.ContractId}>{name}</url>");
    }

    /// <summary>Removes what would end the link, begin another, or break its line.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '<' or '>') continue;
            if (IsBreak(character)) plain.Append(' ');
            else plain.Append(character);
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static bool IsBreak(char character) => char.IsControl(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
