using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>The pages of a document, in order.</summary>
internal sealed record PageList(IReadOnlyList<ListedPage> Items)
{
    public static PageList Of(DocumentText text) =>
        new([.. text.Pages.Select((page, i) => new ListedPage(i + 1, page.Width, page.Height))]);
}
