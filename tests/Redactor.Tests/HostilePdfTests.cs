using System.Collections.Concurrent;
using Strongroom.Redactor.Children;
using Strongroom.Redactor.Tests.Letters;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class HostilePdfTests
{
    private static readonly string[] Clear =
    [
        PaperRefusals.Malformed.Code, PaperRefusals.FormatUnknown.Code, PaperRefusals.PagesTooMany.Code,
        PaperRefusals.PageTooLarge.Code, PaperRefusals.Encrypted.Code,
    ];

    public static TheoryData<string> Endless => [.. HostilePdf.Endless.Keys];

    public static TheoryData<string> Attacks => [.. HostilePdf.All.Keys];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task What_is_made_to_break_its_reader_is_refused_or_cleaned_within_limits(string attack)
    {
        RedactorRequest request = Desk.Request(HostilePdf.All[attack]());

        RedactorAnswer found = await RedactorProgram.AskAsync(request);
        AssertClear(found);

        if (found is FoundAnswer)
        {
            RedactorAnswer copy = await RedactorProgram.AskAsync(request with { Act = RedactorAct.Apply });
            AssertClear(copy);
            Assert.IsNotType<FoundAnswer>(copy);
        }
    }

    [Theory]
    [MemberData(nameof(Endless))]
    public void What_keeps_its_reader_busy_for_years_is_ended_when_time_is_up(string attack)
    {
        var limits = new ChildLimits { Time = TimeSpan.FromSeconds(6) };
        byte[] frame = RedactorFrames.Write(Desk.Request(HostilePdf.Endless[attack]()));

        string code = Assert.Throws<RefusedException>(
            () => new Supervisor(new Sandbox { Limits = limits }).Answer(frame)).Refusal.Code;

        Assert.Equal(PaperRefusals.TimeOut.Code, code);
    }

    [Theory]
    [InlineData("a page of thirty thousand points", "page-too-large")]
    [InlineData("ten thousand pages", "pages-too-many")]
    [InlineData("random bytes", "document-malformed")]
    [InlineData("no pages", "document-malformed")]
    public void A_refusal_says_what_is_wrong(string attack, string code)
    {
        RedactorAnswer answer = AnswerRequest.Run(Desk.Request(HostilePdf.All[attack]()));

        Assert.Equal(code, Assert.IsType<RefusedAnswer>(answer).Code);
    }

    [Theory]
    [InlineData("user", true)]
    [InlineData("", false)]
    public void A_document_that_asks_for_a_password_is_refused_and_one_that_only_forbids_is_not(string password, bool isRefused)
    {
        using var folder = new WorkFolder();
        string file = folder.Write("letter.pdf", CustomerLetter.Write(InventedCustomer.Fifty[0]));
        byte[] locked = ForeignReaders.RunForBytes(
            "qpdf", out _, "--encrypt", password, "owner", "256", "--", file, "-");

        RedactorAnswer answer = AnswerRequest.Run(Desk.Request(locked));

        Assert.Equal(isRefused ? "document-encrypted" : "found", answer is RefusedAnswer refused ? refused.Code : "found");
    }

    [Fact]
    public async Task A_letter_cut_anywhere_is_refused_or_read()
    {
        byte[] letter = CustomerLetter.Write(InventedCustomer.Fifty[1]);
        using var desk = new Desk(InventedCustomer.Fifty[1]);
        var unclear = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 100), TestContext.Current.CancellationToken, async (part, _) =>
        {
            RedactorAnswer answer = await desk.TryRedactAsync(letter[..(letter.Length * part / 100)]);
            if (answer is RefusedAnswer refused && !Clear.Contains(refused.Code))
            {
                unclear.Add($"{part} %: {refused.Code}");
            }
        });

        Assert.Empty(unclear);
    }

    private static void AssertClear(RedactorAnswer answer)
    {
        if (answer is RefusedAnswer refused)
        {
            Assert.Contains(refused.Code, Clear);
        }
    }
}
