using System.Collections.Concurrent;
using Strongroom.Redactor.Tests.Letters;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class CustomerLettersTests
{
    /// <summary>Ten letters are read by eye as well, as that takes a second a page; with "all", all of them.</summary>
    private const string ReadByEye = "STRONGROOM_LETTERS_READ_BY_EYE";

    [Fact]
    public async Task Nothing_of_fifty_letters_can_be_read_in_their_copies_by_other_programs()
    {
        using var desk = new Desk(InventedCustomer.Fifty);
        int byEye = Environment.GetEnvironmentVariable(ReadByEye) == "all" ? 50 : 10;
        var leaks = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(
            InventedCustomer.Fifty, TestContext.Current.CancellationToken,
            async (customer, _) => await RedactAsync(desk, customer, customer.Number * byEye % 50 < byEye, leaks));

        Assert.Empty(leaks.Order(StringComparer.Ordinal));
    }

    private static async Task RedactAsync(Desk desk, InventedCustomer customer, bool isReadByEye, ConcurrentBag<string> leaks)
    {
        RedactedAnswer copy = await desk.RedactAsync(CustomerLetter.Write(customer));

        using var folder = new WorkFolder();
        string file = folder.Write("copy.pdf", copy.Copy.ToArray());
        List<ForeignReading> readings = [.. ForeignReaders.ReadAll(file)];
        Assert.Contains(customer.Code.ToString(), readings[0].Text, StringComparison.Ordinal);
        if (isReadByEye)
        {
            readings.Add(ForeignReaders.ReadPictures(file));
            Assert.Contains("sincerely", readings[^1].Text, StringComparison.Ordinal);
        }

        foreach (ForeignReading reading in readings)
        {
            foreach (string value in customer.Values.Where(reading.Holds))
            {
                leaks.Add($"{customer.Number} {reading.Reader}: {value}");
            }
        }
    }
}
