using System.Collections.Concurrent;
using Strongroom.Redactor.Applying;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Redactor.Pdf;

/// <summary>Blacks out the decided boxes of a PDF: a new file, drawn from nothing, and not yet proved.</summary>
internal sealed class RedactPdf
{
    private readonly RedactorRequest _request;
    private readonly PdfSource _source;
    private readonly DocumentText _text;
    private readonly Removals _removals;
    private readonly List<RedactionBox> _areas;

    /// <summary>Takes a request and its document.</summary>
    /// <param name="request">The request.</param>
    /// <param name="source">Its document, looked over.</param>
    public RedactPdf(RedactorRequest request, PdfSource source)
    {
        _request = request;
        _source = source;
        _text = source.ReadWords();
        _removals = new Removals(request, _text, FindInPdf.FindInWords);
        _areas = [.. request.Boxes.Where(box => box.Area is not null)];
    }

    /// <summary>Makes the copy, or says why not.</summary>
    /// <param name="refused">Why there is none.</param>
    public Draft? Run(out RefusedAnswer? refused)
    {
        refused = _areas.TrueForAll(area => BoxPlan.IsArea(_text, area))
            ? _removals.Run([.. _request.Boxes.Where(box => box.Area is null)])
            : Removals.Refuse(PaperRefusals.BoxesMalformed, []);
        if (refused is not null)
        {
            return null;
        }

        _areas.ForEach(_removals.AddArea);
        return new Draft(
            Draw(), _text.Pages.Count, [.. _removals.Values.Select(value => value.Text)], [.. _removals.Kept],
            _removals.Removed);
    }

    /// <summary>Draws one page with its boxes, for people to look at.</summary>
    /// <param name="number">From 1.</param>
    /// <exception cref="RefusedException">A box lies outside the document.</exception>
    public byte[] DrawOne(int number)
    {
        if (!_areas.TrueForAll(area => BoxPlan.IsArea(_text, area))
            || !BoxPlan.TryMake(_text, [.. _request.Boxes.Where(box => box.Area is null)], out List<RedactionBox>? boxes))
        {
            throw new RefusedException(PaperRefusals.BoxesMalformed);
        }

        using var copy = new RedactedPdf(1);
        GreyPicture picture = PagePictures.DrawOne(_source.File, _text.Pages[number - 1], number, PagePictures.Fine);
        copy.Add(PageOf(number - 1, picture, boxes));
        return copy.Finish();
    }

    private byte[] Draw()
    {
        using var copy = new RedactedPdf(_text.Pages.Count);
        IEnumerable<GreyPicture> pictures = PagePictures.Draw(_source.File, _text.Pages, PagePictures.Fine);
        try
        {
            // One page a core in memory, and no more.
            ParallelQuery<RedactedPage> pages = Partitioner
                .Create(pictures.Index(), EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered()
                .Select(page => PageOf(page.Index, page.Item, _removals.Boxes));
            foreach (RedactedPage page in pages)
            {
                copy.Add(page);
            }
        }
        catch (AggregateException all) when (all.InnerExceptions[0] is RefusedException refused)
        {
            throw new RefusedException(refused.Refusal);
        }

        return copy.Finish();
    }

    private RedactedPage PageOf(int page, GreyPicture picture, List<RedactionBox> boxes)
    {
        var plan = new PagePlan(
            _text.Segments[page].Text, _text.Pages[page], boxes.FindAll(box => box.Segment == page),
            _areas.Where(box => box.Segment == page));
        return new RedactedPage(_text.Pages[page], plan, picture);
    }
}
