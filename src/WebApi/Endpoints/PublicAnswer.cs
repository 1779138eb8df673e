namespace HangarBay.WebApi.Endpoints;

/// <summary>Marks an endpoint whose answers anybody may have; without it they are private (decision 23).</summary>
internal sealed class PublicAnswer
{
    /// <summary>Answers that the program makes. They are public unless the request identifies its user.</summary>
    public static readonly PublicAnswer Made = new();

    /// <summary>Files of the site. They are the same bytes for everybody, so they are always public.</summary>
    public static readonly PublicAnswer File = new();

    private PublicAnswer()
    {
    }
}
