using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Texts;
using Microsoft.AspNetCore.Components;

namespace HangarBay.WebUi.Parts;

/// <summary>The base of everything that makes up a page.</summary>
public abstract class Part : ComponentBase
{
    private bool _isInitialized;

    [CascadingParameter]
    public PageContext Page { get; set; } = null!;

    protected Words Words => Page.Words;

    protected Figure Figure => Page.Figure;

    /// <summary>
    /// Renders a page once, when all its content is known. A component would otherwise be rendered a first time as soon as its reading has
    /// to wait, which never happens on SQLite and always on PostgreSQL.
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
