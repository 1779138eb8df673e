namespace HangarBay.WebUi.Refusals;

/// <summary>Why a field is refused. Each reason has a text: <c>Filters.Refused.</c> and its name.</summary>
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
