using System.Globalization;

namespace HangarBay.Bench.Questions;

/// <summary>The shortest time of each question, in milliseconds.</summary>
internal sealed class QuestionTimes(IReadOnlyList<Question> questions)
{
    private readonly double[] _least = [.. questions.Select(_ => double.MaxValue)];

    public double this[int question] => _least[question];

    public void Take(int question, double milliseconds) => _least[question] = Math.Min(_least[question], milliseconds);

    /// <summary>The time within which this share of the questions is answered.</summary>
    public string At(double share) => Milliseconds(_least.Order().ElementAt((int)Math.Ceiling(share * _least.Length) - 1));

    public string Worst => Milliseconds(_least.Max());

    public string WorstQuestion => $"`{questions[_least.IndexOf(_least.Max())].Path}`";

    public static string Milliseconds(double time) => time.ToString("F2", CultureInfo.InvariantCulture);
}
