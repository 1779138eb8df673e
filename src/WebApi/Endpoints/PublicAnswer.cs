namespace HangarBay.WebApi.Endpoints;

/// <summary>Marks an endpoint whose answers anybody may have; without it they are private (decision 23).</summary>
internal sealed class PublicAnswer
{
    /// <summary>Answers that are made anew for a request that identifies its user.</summary>
    public static readonly PublicAnswer Made = new();

    /// <summary>Files of the site, which are the same bytes for everybody.</summary>
    public static readonly PublicAnswer File = new();

    private PublicAnswer()
    {
    }
}
