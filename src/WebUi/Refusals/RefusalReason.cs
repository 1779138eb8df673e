namespace HangarBay.WebUi.Refusals;

/// <summary>Why a field is refused, each a text of its own: <c>Filters.Refused.</c> and this.</summary>
public enum RefusalReason
{
    Amount,
    Whole,
    Reversed,
    Search,
    Choice,
    TooMany,
    Page,
    Size,
}
