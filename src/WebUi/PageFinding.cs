namespace HangarBay.WebUi;

/// <summary>What a page learns only while it is made, and whoever answers with it has to know.</summary>
public sealed class PageFinding
{
    /// <summary>What the page is about is not there: nothing of it is shown.</summary>
    public bool IsNothing { get; private set; }

    public void Nothing() => IsNothing = true;
}
