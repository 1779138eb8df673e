using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Texts;
using Microsoft.AspNetCore.Components;

namespace HangarBay.WebUi.Parts;

/// <summary>Whatever makes up a page.</summary>
public abstract class Part : ComponentBase
{
    private bool _isInitialized;

    [CascadingParameter]
    public PageContext Page { get; set; } = null!;

    protected Words Words => Page.Words;

    protected Figure Figure => Page.Figure;

    /// <summary>
    /// A page is rendered once, when all that stands on it is known. A component would otherwise be rendered a first time as
    /// soon as its reading has to wait, which it never does on SQLite and always does on PostgreSQL.
    /// </summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!_isInitialized)
        {
            _isInitialized = true;
            OnInitialized();
            await OnInitializedAsync();
        }

        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }
}
