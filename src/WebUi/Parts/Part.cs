using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Texts;
using Microsoft.AspNetCore.Components;

namespace HangarBay.WebUi.Parts;

/// <summary>Whatever makes up a page.</summary>
public abstract class Part : ComponentBase
{
    [CascadingParameter]
    public PageContext Page { get; set; } = null!;

    protected Words Words => Page.Words;

    protected Figure Figure => Page.Figure;
}
