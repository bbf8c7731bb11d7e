using System.Text;
using Strongroom.Redactor.Pdf;
using Strongroom.Redactor.Tests.Letters;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Tests;

public sealed class WrittenFormTests
{
    private static readonly Draft Copy = Draw();

    [Fact]
    public void A_copy_as_it_is_written_is_proved() => Assert.NotNull(ProvePdf.Run(Copy, out _));

    [Fact]
    public void Any_changed_byte_is_refused()
    {
        byte[] bytes = Copy.Copy.ToArray();
        var taken = new List<int>();
        for (int i = 0; i < bytes.Length; i++)
        {
            foreach (byte change in new byte[] { 1, 0x20, 0x80 })
            {
                bytes[i] ^= change;
                if (WrittenForm.Read(bytes, 1) is not null)
                {
                    taken.Add(i);
                }

                bytes[i] ^= change;
            }
        }

        Assert.Empty(taken);
    }

    [Fact]
    public void Every_cut_copy_is_refused()
    {
        for (int length = 0; length < Copy.Copy.Length; length += 7)
        {
            AssertRefused(Copy.Copy[..length].ToArray());
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("%%EOF\n")]
    [InlineData("PK\u0003\u0004")]
    public void Bytes_behind_the_end_are_refused(string more) => AssertRefused([.. Copy.Copy.Span, .. PdfFile.Latin1(more)]);

    [Fact]
    public void Bytes_before_the_beginning_are_refused() => AssertRefused([.. "\n"u8, .. Copy.Copy.Span]);

    [Theory]
    [InlineData("5 0 obj\n")]
    [InlineData("17 0 obj\n")]
    [InlineData("xref\n")]
    public void An_object_or_a_comment_put_in_between_is_refused(string before)
    {
        string text = Encoding.Latin1.GetString(Copy.Copy.Span);
        foreach (string more in new[] { "99 0 obj\n<< /A (b) >>\nendobj\n", "% a comment\n", " " })
        {
            AssertRefused(PdfFile.Latin1(text.Insert(text.IndexOf(before, StringComparison.Ordinal), more)));
        }
    }

    [Fact]
    public void A_second_revision_is_refused() =>
        AssertRefused(PdfFile.Update(Copy.Copy.ToArray(), 30, (25, PdfFile.Latin1("<< /JS (app.alert) /S /JavaScript >>"))));

    [Fact]
    public void A_copy_of_more_or_fewer_pages_than_the_source_is_refused()
    {
        AssertRefused(Copy.Copy.ToArray(), 0);
        AssertRefused(Copy.Copy.ToArray(), 2);
    }

    private static void AssertRefused(byte[] bytes, int pages = 1)
    {
        Assert.Null(ProvePdf.Run(Copy with { Copy = bytes, PageCount = pages }, out RefusedAnswer? refused));
        Assert.Equal(PaperRefusals.ProofFailed.Code, refused!.Code);
    }

    /// <summary>A small one, so that each of its bytes can be tried.</summary>
    private static Draft Draw()
    {
        var sheet = new PdfSheet { Width = 120, Height = 40 };
        sheet.Text(4, 12, "Dear Ada Example, hello", 8);
        var file = new PdfFile();
        file.AddPage(sheet);
        RedactorRequest request = Desk.Request(file.ToBytes()) with
        {
            Act = RedactorAct.Apply,
            Boxes = [new RedactionBox { Segment = 0, Start = 5, End = 16, Kind = FindingKinds.PersonName }],
        };
        return PdfRequest.Draw(request, out _)!;
    }
}
