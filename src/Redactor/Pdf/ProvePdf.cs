using System.Text;
using Strongroom.Recognition;
using Strongroom.Recognition.Reading;
using Strongroom.Redactor.Applying;
using Strongroom.Redactor.Proving;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>
/// The central check of a written PDF: its form to the byte, then two foreign readers: qpdf must find nothing to mend, and
/// neither what qpdf unpacks nor what pdftotext reads may hold a removed value in any encoding, or anything that nobody decided on.
/// </summary>
internal static class ProvePdf
{
    /// <summary>Proves a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="refused">Why it is not proved.</param>
    /// <returns>What the proof says of the copy; its hashes of source and copy are still empty.</returns>
    public static Proved? Run(Draft draft, out RefusedAnswer? refused)
    {
        refused = null;
        WrittenForm? form = WrittenForm.Read(draft.Copy, draft.PageCount);
        if (form is null)
        {
            refused = Removals.Refuse(PaperRefusals.ProofFailed, ["form"]);
            return null;
        }

        using var copy = PdfSource.OpenCopy(draft.Copy.Span);
        var values = new ValueIndex(draft.Values.Select(value => new RemovedText(value)));
        (List<ProofSearch> searches, DocumentText text) = SideBySide.Run(
            () => SearchUnpacked(values, copy.File, draft.PageCount),
            () => DrawnWords.Read(DrawnWords.LayoutOf(copy.File), form.Sizes));
        List<Finding> undecided = Undecided(text, draft.Kept);
        if (undecided.Count > 0)
        {
            refused = Removals.RefuseUndecided(text, undecided);
            return null;
        }

        searches.Add(new ProofSearch("content", HitsIn(values, form.Texts)));
        searches.Add(new ProofSearch(
            "pdftotext", HitsIn(values, string.Join('\n', text.Segments.Select(page => page.Text)))));
        string[] places = [.. searches.Where(search => search.Hits > 0).Select(search => search.Encoding)];
        if (places.Length > 0)
        {
            refused = Removals.Refuse(PaperRefusals.ProofFailed, places);
            return null;
        }

        return new Proved(text, searches, values.Count);
    }

    private static List<ProofSearch> SearchUnpacked(ValueIndex values, string file, int pageCount)
    {
        var unpacked = new CopyProof(values);
        bool isSound = QpdfView.TryRead(file, pageCount, out byte[] view);
        unpacked.Search(view);
        return
        [
            new ProofSearch("qpdf-check", isSound ? 0 : 1),
            .. unpacked.Hits.Select(search => new ProofSearch(search.Key, search.Value)),
        ];
    }

    private static int HitsIn(ValueIndex values, string text)
    {
        var proof = new CopyProof(values);
        proof.Search(Encoding.UTF8.GetBytes(text));
        return proof.Hits.Values.Sum();
    }

    private static List<Finding> Undecided(DocumentText text, IReadOnlyList<string> kept)
    {
        var mayStay = kept.ToHashSet(StringComparer.Ordinal);
        return [.. PatternFinder.Find(text).Where(finding => !mayStay.Contains(
            ComparableText.Fold(text.Segments[finding.Segment].Text[finding.Start..finding.End])))];
    }
}
