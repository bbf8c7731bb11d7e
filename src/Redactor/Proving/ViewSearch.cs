using Strongroom.Recognition.Patterns;

namespace Strongroom.Redactor.Proving;

/// <summary>Searches one view for every removed value.</summary>
internal sealed class ViewSearch(ValueIndex values)
{
    private readonly FoldedView _view = new();

    /// <summary>Searches a text.</summary>
    /// <param name="text">A reading of the written bytes.</param>
    /// <param name="shortest">Values shorter than this do not count here.</param>
    /// <param name="hit">Told the place of each value met.</param>
    public void Search(string text, int shortest, Action<int> hit)
    {
        _view.Read(text);
        ReadOnlySpan<char> folded = _view.Folded;
        for (int i = 0; i < folded.Length; i++)
        {
            if (shortest == 0 && _view.BeginsAt(i))
            {
                SearchShort(i, hit);
            }

            foreach (RemovedText value in values.MayBegin(folded[i..]))
            {
                if (value.Folded.Length >= shortest && Stands(i, value))
                {
                    Report(i, hit);
                }
            }
        }
    }

    private void SearchShort(int index, Action<int> hit)
    {
        int end = index + 1;
        while (end < _view.Length && end - index < 4 && !_view.BeginsAt(end))
        {
            end++;
        }

        if (!_view.EndsAt(end))
        {
            return;
        }

        foreach (RemovedText value in values.Short(_view.Folded[index..end]))
        {
            if (value.Agrees(Standing(index, end)))
            {
                Report(index, hit);
            }
        }
    }

    private bool Stands(int index, RemovedText value)
    {
        int end = index + value.Folded.Length;
        bool begins = value.IsLongNumber || _view.BeginsAt(index);
        if (!begins || !_view.Folded[index..].StartsWith(value.Folded, StringComparison.Ordinal))
        {
            return false;
        }

        if (value.IsLongNumber)
        {
            return AreJoinedDigits(index, end);
        }

        return (value.IsTruncated || _view.EndsAt(end)) && value.Agrees(Standing(index, end));
    }

    /// <summary>Digits count as one number only with separators of numbers between them.</summary>
    private bool AreJoinedDigits(int index, int end)
    {
        for (int i = index + 1; i < end; i++)
        {
            if (!_view.IsJoinedDigit(i))
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<char> Standing(int index, int end)
    {
        int start = _view.PlaceOf(index);
        return _view.Source.AsSpan(start, _view.PlaceOf(end - 1) + 1 - start);
    }

    private void Report(int index, Action<int> hit)
    {
        int place = _view.PlaceOf(index);
        if (!ProductText.IsOurs(_view.Source, place))
        {
            hit(place);
        }
    }
}
