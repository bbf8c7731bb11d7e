using Strongroom.Redactor.Tests.Letters;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

/// <summary>A word planted where PDF can carry one must not come through, or the document is refused.</summary>
public sealed class CarrierTests
{
    public static TheoryData<string> Carriers => [.. Carrier.All.Keys];

    [Theory]
    [MemberData(nameof(Carriers))]
    public async Task A_word_planted_in_a_carrier_does_not_come_through(string carrier)
    {
        using var desk = new Desk(Carrier.Customer);
        byte[] source = Carrier.Write(carrier);

        RedactorAnswer answer = await desk.TryRedactAsync(source);

        if (answer is RedactedAnswer copy)
        {
            AssertHolds(copy.Copy.ToArray(), carrier);
        }
        else
        {
            Assert.Contains(((RefusedAnswer)answer).Code, Carrier.MayRefuse);
        }
    }

    [Theory]
    [InlineData("other words than those drawn")]
    [InlineData("other words under a name in numbers, in a form")]
    [InlineData("other words in packed content")]
    [InlineData("other words among the page's resources")]
    public async Task A_document_that_says_other_words_than_it_draws_is_read_by_those_it_draws(string carrier)
    {
        using var desk = new Desk(Carrier.Customer);

        RedactedAnswer copy = await desk.RedactAsync(Carrier.Write(carrier));

        Assert.Contains("spoken", Assert.Single(copy.Text.Segments).Text, StringComparison.Ordinal);
    }

    private static void AssertHolds(byte[] copy, string carrier)
    {
        using var folder = new WorkFolder();
        string file = folder.Write("copy.pdf", copy);
        ForeignReading seen = ForeignReaders.ReadPictures(file);

        Assert.All([.. ForeignReaders.ReadAll(file), seen], reading => Assert.False(
            reading.Holds(Carrier.Canary) || reading.Holds(Carrier.Customer.Family), $"{carrier}: met by {reading.Reader}"));
        Assert.Contains("Harbour", seen.Text, StringComparison.Ordinal);
    }
}
