namespace HangarBay.WebUi;

/// <summary>What a page finds out only while it is made, for the code that answers with it.</summary>
public sealed class PageFinding
{
    /// <summary>Whether the page's subject does not exist, so that nothing of it is shown.</summary>
    public bool IsNothing { get; private set; }

    public void Nothing() => IsNothing = true;
}
