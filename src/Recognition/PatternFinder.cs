using Strongroom.Recognition.Patterns;
using Strongroom.Recognition.Reading;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Recognition;

/// <summary>
/// Finds identifying information by its shape, check digits and the words around it. Linear in the length of the text;
/// a text without findings costs next to no memory. Safe to call from several threads.
/// </summary>
public static class PatternFinder
{
    /// <summary>The version of the rules, as it stands in proofs.</summary>
    public const string RuleVersion = "1";

    /// <summary>Finds in one plain text.</summary>
    /// <returns>Sorted, not overlapping.</returns>
    public static IReadOnlyList<Finding> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(DocumentText.Plain(text));
    }

    /// <summary>Finds in a document; the headings of its columns count as words beside a number.</summary>
    /// <returns>Sorted by segment and place, not overlapping.</returns>
    public static IReadOnlyList<Finding> Find(DocumentText document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Topics[] headings = [.. document.Headings.Select(TopicWords.OfHeading)];
        var scan = new SegmentScan(headings);
        var findings = new List<Finding>();
        for (int i = 0; i < document.Segments.Count; i++)
        {
            scan.Find(document.Segments[i], i, isHeading: i == 0 && headings.Length > 0, findings);
        }

        return FindingResolver.Resolve(findings);
    }
}
