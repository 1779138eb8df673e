namespace HangarBay.TestSupport;

/// <summary>
/// Some tests take a number: of kills, or of seconds that something is away. <c>HANGARBAY_LONG_TESTS=1</c>, which
/// <c>./test.sh --long</c> sets, has them take the large one.
/// </summary>
public static class LongTests
{
    public const string Variable = "HANGARBAY_LONG_TESTS";

    public static bool AreWanted => Environment.GetEnvironmentVariable(Variable) == "1";

    public static T Choose<T>(T usual, T large) => AreWanted ? large : usual;
}
