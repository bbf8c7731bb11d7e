using CsCheck;
using Strongroom.Redactor.Children;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class FrameTests
{
    private static readonly RedactorRequest Request = new()
    {
        Act = RedactorAct.Apply,
        Format = PaperFormat.Csv,
        Document = "a,b\n1,2\n"u8.ToArray(),
        Boxes =
        [
            new RedactionBox { Segment = 1, Start = 0, End = 1, Kind = "phone", Label = "7Q4M-2KTD-9RWX-JV" },
        ],
        Kept = [new TextRange(0, 1, 2)],
        TakesLateFindings = true,
    };

    private static readonly RedactorRequest OfAPage = Request with
    {
        Act = RedactorAct.Picture,
        Format = PaperFormat.Pdf,
        MaxPages = 7,
        Page = 3,
        MayRunUnsandboxed = true,
        Boxes =
        [
            new RedactionBox { Segment = 2, Start = 9, End = 9, Kind = "unread", Area = new PageArea(20, 40, 60, 80) },
        ],
    };

    private static readonly DocumentText Letter = new()
    {
        Format = PaperFormat.Pdf,
        Segments = [new TextSegment { Text = "Ada Example", Number = 1 }],
        Pages =
        [
            new PaperPage
            {
                Width = 12240,
                Height = 15840,
                Words =
                [
                    new PageWord(0, 3, new PageArea(1440, 1440, 1800, 1680)),
                    new PageWord(4, 11, new PageArea(1860, 1440, 2700, 1680)),
                ],
            },
        ],
    };

    private static readonly Finding Picture = new()
    {
        Kind = FindingKinds.Unread,
        Start = 11,
        End = 11,
        Area = new PageArea(0, 200, 400, 600),
        Likelihood = 5,
        Recognizer = "unread-ink",
        Reason = "ink without text",
    };

    private static readonly RedactorAnswer[] Answers =
    [
        AnswerRequest.Run(Request with { Act = RedactorAct.Find, Document = "name,ssn\nAda Example,123456789\n"u8.ToArray() }),
        AnswerRequest.Run(Request with { Kept = [] }),
        new RefusedAnswer("proof-failed", ["line 3"]),
        new FoundAnswer(Letter, [Picture]),
        new PictureAnswer(new byte[] { 137, 80, 78, 71 }),
    ];

    public static TheoryData<int> AllAnswers => [0, 1, 2, 3, 4];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_request_reads_back_to_the_same_bytes(bool ofAPage)
    {
        byte[] frame = RedactorFrames.Write(ofAPage ? OfAPage : Request);

        Assert.True(RedactorFrames.TryReadRequest(frame, out RedactorRequest? read));
        Assert.Equal(frame, RedactorFrames.Write(read));
        Assert.False(RedactorFrames.TryReadAnswer(frame, out _));
    }

    [Fact]
    public void A_finding_without_text_must_be_an_area_of_a_page_and_the_other_way_round()
    {
        Assert.False(CanBeRead(Letter, Picture with { Area = null }));
        Assert.False(CanBeRead(Letter, Picture with { Start = 3 }));
        Assert.False(CanBeRead(Letter, Picture with { Area = new PageArea(0, 200, 0, 600) }));
        Assert.False(CanBeRead(Letter with { Pages = [] }, Picture));
        Assert.True(CanBeRead(Letter, Picture));
    }

    [Fact]
    public void Words_must_lie_in_the_text_of_their_page_in_order()
    {
        PaperPage page = Letter.Pages[0];
        PageWord first = page.Words[0];

        Assert.False(CanBeRead(Letter with { Pages = [page, page] }, Picture));
        Assert.False(CanBeRead(Letter with { Pages = [page with { Words = [page.Words[1], first] }] }, Picture));
        Assert.False(CanBeRead(Letter with { Pages = [page with { Words = [first with { End = 12 }] }] }, Picture));
        Assert.False(CanBeRead(Letter with { Pages = [page with { Words = [first with { End = 0 }] }] }, Picture));
    }

    [Theory]
    [MemberData(nameof(AllAnswers))]
    public void An_answer_reads_back_to_the_same_bytes(int answer)
    {
        byte[] frame = RedactorFrames.Write(Answers[answer]);

        Assert.True(RedactorFrames.TryReadAnswer(frame, out RedactorAnswer? read));
        Assert.Equal(Answers[answer].GetType(), read.GetType());
        Assert.Equal(frame, RedactorFrames.Write(read));
    }

    [Fact]
    public void Every_cut_request_is_refused()
    {
        AssertCutsAreRefused(RedactorFrames.Write(Request), frame => RedactorFrames.TryReadRequest(frame, out _));
        AssertCutsAreRefused(RedactorFrames.Write(OfAPage), frame => RedactorFrames.TryReadRequest(frame, out _));
    }

    [Theory]
    [MemberData(nameof(AllAnswers))]
    public void Every_cut_answer_is_refused(int answer) =>
        AssertCutsAreRefused(
            RedactorFrames.Write(Answers[answer]), frame => RedactorFrames.TryReadAnswer(frame, out _));

    [Fact]
    public void Every_flipped_bit_of_a_request_is_refused_or_another_request() =>
        AssertFlipsDiffer(RedactorFrames.Write(Request), frame =>
            RedactorFrames.TryReadRequest(frame, out RedactorRequest? read) ? RedactorFrames.Write(read) : null);

    [Theory]
    [MemberData(nameof(AllAnswers))]
    public void Every_flipped_bit_of_an_answer_is_refused_or_another_answer(int answer) =>
        AssertFlipsDiffer(RedactorFrames.Write(Answers[answer]), frame =>
            RedactorFrames.TryReadAnswer(frame, out RedactorAnswer? read) ? RedactorFrames.Write(read) : null);

    [Fact]
    public void Random_bytes_are_no_frame() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            byte[] frame = [.. "SRP1"u8, .. bytes];
            _ = RedactorFrames.TryReadRequest(frame, out _);
            _ = RedactorFrames.TryReadAnswer(frame, out _);
            return !RedactorFrames.TryReadRequest(bytes, out _);
        });

    [Fact]
    public void A_pipe_that_carries_no_request_ends_without_an_answer()
    {
        using var output = new MemoryStream();

        int code = RedactorPipe.Run(new MemoryStream([1, 2, 3]), output, new Supervisor(new Sandbox()).Answer);

        Assert.Equal((2, 0L), (code, output.Length));
    }

    private static bool CanBeRead(DocumentText text, Finding finding) =>
        RedactorFrames.TryReadAnswer(RedactorFrames.Write(new FoundAnswer(text, [finding])), out _);

    private static void AssertCutsAreRefused(byte[] frame, Func<byte[], bool> read)
    {
        for (int length = 0; length < frame.Length; length++)
        {
            Assert.False(read(frame[..length]));
        }

        Assert.False(read([.. frame, 0]));
    }

    private static void AssertFlipsDiffer(byte[] frame, Func<byte[], byte[]?> readAndWrite)
    {
        for (int bit = 0; bit < frame.Length * 8; bit++)
        {
            byte[] flipped = [.. frame];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            byte[]? again = readAndWrite(flipped);
            Assert.True(again is null || again.AsSpan().SequenceEqual(flipped));
        }
    }
}
