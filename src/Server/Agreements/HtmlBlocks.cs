using System.Text;

namespace Strongroom.Server.Agreements;

/// <summary>Puts lines together into paragraphs, lists and quotations.</summary>
internal sealed class HtmlBlocks
{
    private readonly StringBuilder _html = new();
    private string? _list;

    // The element that the next plain line goes on in: p, li or blockquote.
    private string? _open;

    public void Add(string element, string html)
    {
        EndList();
        _html.Append('<').Append(element).Append('>').Append(html).Append("</").Append(element).Append(">\n");
    }

    public void AddRule()
    {
        EndList();
        _html.Append("<hr>\n");
    }

    /// <summary>An item; a numbered one keeps the number that the text gives it.</summary>
    public void AddItem(string list, string? number, string html)
    {
        EndParagraph();
        if (_list != list)
        {
            EndList();
            _list = list;
            _html.Append('<').Append(list).Append(">\n");
        }

        _html.Append(number is null ? "<li>" : $"<li value=\"{number}\">").Append(html);
        _open = "li";
    }

    /// <summary>A line of a paragraph or quotation, or one that goes on in the item before it.</summary>
    public void AddLine(string element, string html)
    {
        bool goesOn = _open == element || (_open == "li" && element == "p");
        if (goesOn)
        {
            _html.Append('\n').Append(html);
            return;
        }

        EndList();
        _html.Append('<').Append(element).Append('>').Append(html);
        _open = element;
    }

    public void EndParagraph()
    {
        if (_open is not null)
        {
            _html.Append("</").Append(_open).Append(">\n");
            _open = null;
        }
    }

    public string End()
    {
        EndList();
        return _html.ToString();
    }

    private void EndList()
    {
        EndParagraph();
        if (_list is not null)
        {
            _html.Append("</").Append(_list).Append(">\n");
            _list = null;
        }
    }
}
