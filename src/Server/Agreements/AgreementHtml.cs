using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Strongroom.Server.Agreements;

/// <summary>
/// Writes a canonical text as HTML: headings, paragraphs, lists, rules, quotations, strong, emphasis, code; all else
/// stays text. Every letter is shown, nothing is followed or loaded, and the same text gives the same bytes, whose hash
/// is kept with the signature. <c>docs/formats/agreement.md</c> has the rules. Pure.
/// </summary>
internal static partial class AgreementHtml
{
    public static string Write(string canonicalText)
    {
        var blocks = new HtmlBlocks();
        foreach (string line in canonicalText.Split('\n'))
        {
            Add(blocks, line);
        }

        return blocks.End();
    }

    private static void Add(HtmlBlocks blocks, string line)
    {
        if (line.Length == 0)
        {
            blocks.EndParagraph();
        }
        else if (Heading().Match(line) is { Success: true } heading)
        {
            // The page has the first heading; those of the text stand below it.
            blocks.Add("h" + (heading.Groups["marks"].Length + 1).ToString(CultureInfo.InvariantCulture), Inline(heading));
        }
        else if (line is "---" or "***")
        {
            blocks.AddRule();
        }
        else if (Numbered().Match(line) is { Success: true } numbered)
        {
            blocks.AddItem("ol", numbered.Groups["number"].Value, Inline(numbered));
        }
        else if (Bulleted().Match(line) is { Success: true } bulleted)
        {
            blocks.AddItem("ul", null, Inline(bulleted));
        }
        else if (Quoted().Match(line) is { Success: true } quoted)
        {
            blocks.AddLine("blockquote", Inline(quoted));
        }
        else
        {
            blocks.AddLine("p", Inline(line.TrimStart()));
        }
    }

    private static string Inline(Match line) => Inline(line.Groups["text"].Value);

    private static string Inline(string text) => Marks().Replace(Encode(text), mark => mark switch
    {
        _ when mark.Groups["strong"] is { Success: true } strong => $"<strong>{strong.Value}</strong>",
        _ when mark.Groups["emphasis"] is { Success: true } emphasis => $"<em>{emphasis.Value}</em>",
        _ => $"<code>{mark.Groups["code"].Value}</code>",
    });

    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),

                // What is not seen, or turns the direction of what follows, could make a text read otherwise.
                _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format =>
                    encoded.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]"),
                _ => encoded.Append(rune.ToString()),
            };
        }

        return encoded.ToString();
    }

    [GeneratedRegex("^(?<marks>#{1,4}) +(?<text>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex("^ {0,3}(?<number>[0-9]{1,4})[.)] +(?<text>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();

    [GeneratedRegex("^ {0,3}[-*+] +(?<text>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Bulleted();

    [GeneratedRegex("^> ?(?<text>.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\*\*(?<strong>[^*]+)\*\*|\*(?<emphasis>[^* ][^*]*)\*|`(?<code>[^`]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
