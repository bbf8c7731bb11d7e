using System.Text.RegularExpressions;
using CsCheck;
using Strongroom.Server.Agreements;

namespace Strongroom.Server.Tests.Agreements;

public sealed class AgreementTextTests
{
    [Theory]
    [InlineData("# A\n", "<h2>A</h2>\n")]
    [InlineData("#### A\n", "<h5>A</h5>\n")]
    [InlineData("##### A\n", "<p>##### A</p>\n")]
    [InlineData("a\nb\n\nc\n", "<p>a\nb</p>\n<p>c</p>\n")]
    [InlineData("3. a\n   b\n4) c\n", "<ol>\n<li value=\"3\">a\nb</li>\n<li value=\"4\">c</li>\n</ol>\n")]
    [InlineData("- a\n\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")]
    [InlineData("- a\n\nb\n", "<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n")]
    [InlineData("> a\n> b\n", "<blockquote>a\nb</blockquote>\n")]
    [InlineData("a\n\n---\n\nb\n", "<p>a</p>\n<hr>\n<p>b</p>\n")]
    [InlineData("a **b** *c* `d`\n", "<p>a <strong>b</strong> <em>c</em> <code>d</code></p>\n")]
    [InlineData("2 * 3 * 4\n", "<p>2 * 3 * 4</p>\n")]
    [InlineData("<script>alert(1)</script>\n", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("[a](javascript:b) ![c](d)\n", "<p>[a](javascript:b) ![c](d)</p>\n")]
    [InlineData("<!-- a -->\n", "<p>&lt;!-- a --&gt;</p>\n")]
    [InlineData("a\u202Eb\u200B\n", "<p>a[U+202E]b[U+200B]</p>\n")]
    public void A_text_is_written_as_plain_html(string text, string html) =>
        Assert.Equal(html, AgreementHtml.Write(text));

    [Fact]
    public void Every_letter_is_shown_and_nothing_but_a_few_elements_is_written() => Gen.String[
        Gen.Char["ab <>&\"'*`#>-.1)[]!\\\n\u202Eé"], 0, 60].Sample(text =>
    {
        string html = AgreementHtml.Write(text);
        string shown = Regex.Replace(html, "</?(p|h[2-5]|ul|ol|li|blockquote|strong|em|code|hr)( value=\"[0-9]+\")?>", "");

        Assert.DoesNotContain('<', shown);
        Assert.DoesNotContain('>', shown);
        string letters = string.Concat(text.Where(char.IsLetter));
        string kept = shown.Replace("&lt;", "", StringComparison.Ordinal).Replace("&gt;", "", StringComparison.Ordinal)
            .Replace("&amp;", "", StringComparison.Ordinal).Replace("&quot;", "", StringComparison.Ordinal)
            .Replace("[U+202E]", "", StringComparison.Ordinal);
        Assert.Equal(letters, string.Concat(kept.Where(char.IsLetter)));
    });

    [Fact]
    public void What_changed_is_what_one_text_has_and_the_other_has_not()
    {
        IReadOnlyList<TextChange> changes = TextChanges.Between(
            "# A\n\n1. one\n2. two\n   more\n3. three\n", "# A\n\n1. one\n2. two and\n   more\n3. three\n\nEnd.\n");

        Assert.Equal(
            [
                TextChangeKind.Kept, TextChangeKind.Kept, TextChangeKind.Removed, TextChangeKind.Added,
                TextChangeKind.Kept, TextChangeKind.Added,
            ],
            changes.Select(change => change.Kind));
    }

    [Fact]
    public void Both_texts_can_be_put_together_again_from_the_changes()
    {
        Gen<string> texts = Gen.OneOf(
            Gen.Const("a"), Gen.Const("b"), Gen.Const("c"), Gen.Const("# d"), Gen.Const("- e")).Array[0, 12].Select(
            pieces => string.Concat(pieces.Select(piece => piece + "\n\n")));
        Gen.Select(texts, texts).Sample((older, newer) =>
        {
            IReadOnlyList<TextChange> changes = TextChanges.Between(older, newer);

            Assert.Equal(Pieces(older), Html(changes, TextChangeKind.Removed));
            Assert.Equal(Pieces(newer), Html(changes, TextChangeKind.Added));
        });

        static string[] Pieces(string text) =>
            [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(AgreementHtml.Write)];

        static string[] Html(IReadOnlyList<TextChange> changes, TextChangeKind own) =>
            [.. changes.Where(change => change.Kind == own || change.Kind == TextChangeKind.Kept).Select(change => change.Html)];
    }

    [Fact]
    public void Texts_too_long_to_compare_are_shown_whole()
    {
        string older = string.Concat(Enumerable.Range(0, 3000).Select(i => $"a{i}\n\n"));
        string newer = string.Concat(Enumerable.Range(0, 3000).Select(i => $"b{i}\n\n"));

        Assert.Equal(6000, TextChanges.Between(older, newer).Count);
    }
}
