using Strongroom.Recognition;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>Reads a PDF and finds identifying information in it: by pattern in its words, and as ink that no word stands for.</summary>
internal static class FindInPdf
{
    private const int Likely = 3;

    /// <summary>The document's text and findings.</summary>
    public static FoundAnswer Run(PdfSource source)
    {
        DocumentText text = source.ReadWords();
        (IReadOnlyList<Finding> inWords, List<Finding> ink) = SideBySide.Run(
            () => FindInWords(text), () => FindInk(source, text));
        return new FoundAnswer(text, [.. inWords.Concat(ink).OrderBy(one => one.Segment).ThenBy(one => one.Start)]);
    }

    private static List<Finding> FindInk(PdfSource source, DocumentText text)
    {
        List<Finding> findings = [];
        int page = 0;
        foreach (GreyPicture picture in PagePictures.Draw(source.File, text.Pages, PagePictures.Coarse))
        {
            findings.AddRange(UnreadInk.Find(picture, text.Pages[page]).Select(area => Unread(text, page, area)));
            page++;
        }

        return findings;
    }

    /// <summary>What patterns find in the words, in their order and row by row.</summary>
    public static IReadOnlyList<Finding> FindInWords(DocumentText text) =>
        FindingResolver.Resolve(PatternFinder.Find(text).Concat(RowReading.Find(text)));

    private static Finding Unread(DocumentText text, int page, PageArea area) => new()
    {
        Kind = FindingKinds.Unread,
        Segment = page,
        Start = text.Segments[page].Text.Length,
        End = text.Segments[page].Text.Length,
        Area = area,
        Likelihood = Likely,
        Recognizer = "unread-ink",
        Reason = "ink that no text stands for: look at it",
    };
}
