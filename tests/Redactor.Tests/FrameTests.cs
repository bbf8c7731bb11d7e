using CsCheck;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class FrameTests
{
    private static readonly RedactorRequest Request = new()
    {
        Act = RedactorAct.Apply,
        Format = PaperFormat.Csv,
        Document = "a,b\n1,2\n"u8.ToArray(),
        Boxes = [new RedactionBox { Segment = 1, Start = 0, End = 1, Kind = "phone", Label = "7Q4M-2KTD-9RWX-JV" }],
        Kept = [new TextRange(0, 1, 2)],
        TakesLateFindings = true,
    };

    private static readonly RedactorAnswer[] Answers =
    [
        AnswerRequest.Run(Request with { Act = RedactorAct.Find, Document = "name,ssn\nAda Example,123456789\n"u8.ToArray() }),
        AnswerRequest.Run(Request with { Kept = [] }),
        new RefusedAnswer("proof-failed", ["line 3"]),
    ];

    public static TheoryData<int> AllAnswers => [0, 1, 2];

    [Fact]
    public void A_request_reads_back_to_the_same_bytes()
    {
        byte[] frame = RedactorFrames.Write(Request);

        Assert.True(RedactorFrames.TryReadRequest(frame, out RedactorRequest? read));
        Assert.Equal(frame, RedactorFrames.Write(read));
        Assert.False(RedactorFrames.TryReadAnswer(frame, out _));
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
    public void Every_cut_request_is_refused() =>
        AssertCutsAreRefused(RedactorFrames.Write(Request), frame => RedactorFrames.TryReadRequest(frame, out _));

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
    public async Task A_pipe_that_carries_no_request_ends_without_an_answer()
    {
        using var output = new MemoryStream();

        int code = await RedactorPipe.RunAsync(
            new MemoryStream([1, 2, 3]), output, TestContext.Current.CancellationToken);

        Assert.Equal((2, 0L), (code, output.Length));
    }

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
