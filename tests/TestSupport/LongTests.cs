namespace HangarBay.TestSupport;

/// <summary>
/// Some tests have a number of kills, or of seconds for which a server is away. With <c>HANGARBAY_LONG_TESTS=1</c>, which
/// <c>./test.sh --long</c> sets, they use the larger number.
/// </summary>
public static class LongTests
{
    public const string Variable = "HANGARBAY_LONG_TESTS";

    public static bool AreWanted => Environment.GetEnvironmentVariable(Variable) == "1";

    public static T Choose<T>(T usual, T large) => AreWanted ? large : usual;
}
