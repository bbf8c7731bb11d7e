using CsCheck;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition.Tests;

public sealed class PropertyTests
{
    private static readonly string[] Pieces =
    [
        "4111 1111 1111 1111", "123-45-6789", "ssn", "account", " ", "\n", "-", ".", "ada@example.org",
        "+44 20 7946 0958",
        "GB82WEST12345698765432", "12345678", "routing", "021000021", "[ssn]", "7Q4M-2KTD-9RWX-JV", "\u00AD", "ﬁ",
        "１２３", "\U0001D7D9",
        "\uD800", "\u200B", "(", ")", "x12", "phone", "5", "é",
    ];

    private static readonly Gen<string> Text =
        Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 30].Select(string.Concat);

    [Fact]
    public void Findings_lie_in_the_text_sorted_and_apart() => Text.Sample(text =>
    {
        int last = 0;
        foreach (Finding finding in PatternFinder.Find(text))
        {
            Assert.InRange(finding.Start, last, text.Length);
            Assert.InRange(finding.End, finding.Start + 1, text.Length);
            Assert.InRange(finding.Likelihood, 1, 5);
            last = finding.End;
        }
    });

    [Fact]
    public void Nothing_is_found_any_more_once_everything_is_replaced() => Text.Sample(text =>
    {
        for (int round = 0; round < 4; round++)
        {
            foreach (Finding finding in PatternFinder.Find(text).Reverse())
            {
                text = text.Remove(finding.Start, finding.End - finding.Start)
                    .Insert(finding.Start, RedactionLabels.For(finding.Kind));
            }
        }

        Assert.Empty(PatternFinder.Find(text));
    });

    [Theory]
    [InlineData("1 ")]
    [InlineData("12-")]
    [InlineData("a@")]
    [InlineData("GB82 ")]
    [InlineData("account 1234567 ")]
    [InlineData("4111 1111 1111 1111 ")]
    public void The_time_is_linear_in_the_text(string piece)
    {
        string small = string.Concat(Enumerable.Repeat(piece, 20_000));
        string large = string.Concat(Enumerable.Repeat(piece, 200_000));
        PatternFinder.Find(small);

        TimeSpan once = Time(small);
        TimeSpan tenfold = Time(large);

        Assert.True(tenfold < (once * 60) + TimeSpan.FromMilliseconds(500), $"{once} {tenfold}");

        static TimeSpan Time(string text)
        {
            long start = TimeProvider.System.GetTimestamp();
            PatternFinder.Find(text);
            return TimeProvider.System.GetElapsedTime(start);
        }
    }
}
