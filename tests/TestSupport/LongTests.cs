namespace HangarBay.TestSupport;

/// <summary>Whether tests take their long form, which is minutes each: <c>HANGARBAY_LONG_TESTS=1</c>.</summary>
public static class LongTests
{
    public static bool Enabled => Environment.GetEnvironmentVariable("HANGARBAY_LONG_TESTS") == "1";
}
