namespace HangarBay.WebApi.Endpoints;

/// <summary>Says that anybody may have an endpoint's answers; without it they are private (decision 23).</summary>
internal sealed class PublicAnswer
{
    /// <summary>Answers that are made anew for who says who they are.</summary>
    public static readonly PublicAnswer Made = new();

    /// <summary>Files of the site, which are the same bytes whoever asks.</summary>
    public static readonly PublicAnswer File = new();

    private PublicAnswer()
    {
    }
}
