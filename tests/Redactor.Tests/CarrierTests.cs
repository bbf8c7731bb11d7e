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
