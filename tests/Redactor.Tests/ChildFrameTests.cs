using CsCheck;
using Strongroom.Redactor.Children;
using Strongroom.Redactor.Pdf;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class ChildFrameTests
{
    private static readonly Draft Draft = new(
        "%PDF-1.7"u8.ToArray(), 3, ["Ada Example", "555-0100"], ["hello"],
        [new RemovedValue(0x0123456789abcdef, "phone", "page 1", "[phone]")]);

    private static readonly Proved Proved = new(
        new DocumentText
        {
            Format = PaperFormat.Pdf,
            Segments = [new TextSegment { Text = "[phone] hello", Number = 1 }],
            Pages =
            [
                new PaperPage
                {
                    Width = 12240,
                    Height = 15840,
                    Words = [new PageWord(0, 7, new PageArea(1440, 1440, 1800, 1680))],
                },
            ],
        },
        [new ProofSearch("utf-8", 0), new ProofSearch("pdftotext", 2)], 2);

    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public void A_frame_between_the_parts_reads_back_to_the_same_bytes(bool isDraft)
    {
        byte[] frame = FrameOf(isDraft);

        Assert.Equal(frame, ReadAndWrite(frame, isDraft));
        Assert.Null(ReadAndWrite(frame, !isDraft));
        Assert.False(RedactorFrames.TryReadAnswer(frame, out _));
        Assert.False(RedactorFrames.TryReadRequest(frame, out _));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Every_cut_frame_between_the_parts_is_refused(bool isDraft)
    {
        byte[] frame = FrameOf(isDraft);
        for (int length = 0; length < frame.Length; length++)
        {
            Assert.Null(ReadAndWrite(frame[..length], isDraft));
        }

        Assert.Null(ReadAndWrite([.. frame, 0], isDraft));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Every_flipped_bit_of_a_frame_between_the_parts_is_refused_or_another_frame(bool isDraft)
    {
        byte[] frame = FrameOf(isDraft);
        for (int bit = 0; bit < frame.Length * 8; bit++)
        {
            byte[] flipped = [.. frame];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            byte[]? again = ReadAndWrite(flipped, isDraft);
            Assert.True(again is null || again.AsSpan().SequenceEqual(flipped));
        }
    }

    [Fact]
    public void A_draft_without_pages_is_none() =>
        Assert.Null(ReadAndWrite(ChildFrames.Write(Draft with { PageCount = 0 }), isDraft: true));

    [Fact]
    public void Random_bytes_are_no_frame_between_the_parts() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
            ReadAndWrite([.. "SRP1"u8, 3, .. bytes], isDraft: true) is null
            && ReadAndWrite([.. "SRP1"u8, 4, .. bytes], isDraft: false) is null);

    [Fact]
    public void A_report_of_missing_programs_holds_their_names_and_nothing_else()
    {
        Assert.True(PaperToolsReport.TryRead([], out IReadOnlyList<string>? missing));
        Assert.Empty(missing);
        Assert.True(PaperToolsReport.TryRead(PaperToolsReport.Write(["qpdf", "sandbox"]), out missing));
        Assert.Equal(["qpdf", "sandbox"], missing);
        Assert.False(PaperToolsReport.TryRead("qpdf"u8, out _));
        Assert.False(PaperToolsReport.TryRead("/srv/ada\n"u8, out _));
        Assert.False(PaperToolsReport.TryRead("\n"u8, out _));
    }

    private static byte[] FrameOf(bool isDraft) => isDraft ? ChildFrames.Write(Draft) : ChildFrames.Write(Proved);

    private static byte[]? ReadAndWrite(byte[] frame, bool isDraft)
    {
        if (isDraft)
        {
            return ChildFrames.TryReadDraft(frame, out Draft? draft) ? ChildFrames.Write(draft) : null;
        }

        return ChildFrames.TryReadProved(frame, out Proved? proved) ? ChildFrames.Write(proved) : null;
    }
}
