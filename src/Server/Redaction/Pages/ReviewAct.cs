using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>What a button of the review was pressed for: <c>accept-3</c>, <c>everywhere-3</c>, <c>draw</c>…</summary>
/// <param name="Rule">The decision.</param>
/// <param name="Box">The box that it is about; null for one that is drawn.</param>
/// <param name="IsOver">Whether the review goes on with the box after it.</param>
internal sealed record ReviewAct(BoxRule Rule, int? Box, bool IsOver)
{
    /// <summary>A point is 1/72 inch, an inch 25.4 mm.</summary>
    public const double UnitsPerMillimetre = 72 * PageArea.UnitsPerPoint / 25.4;

    private const double MostMillimetres = 10_000;

    /// <summary>Reads the pressed button and the fields that belong to it; false where it is none of ours.</summary>
    public static bool TryRead(PageForm untrustedForm, [NotNullWhen(true)] out ReviewAct? act)
    {
        string[] words = untrustedForm["act"].Split('-', 2);
        int? box = words.Length == 2 ? Number(words[1]) : null;
        act = (words[0], box) switch
        {
            ("accept", { } number) => new(new BoxRule { Decision = "accept", Box = number }, number, true),
            ("reject", { } number) => new(new BoxRule { Decision = "reject", Box = number }, number, true),
            ("undo", { } number) => new(new BoxRule { Decision = "undecide", Box = number }, number, false),
            ("remove", { } number) => new(new BoxRule { Decision = "remove", Box = number }, number, true),
            ("everywhere", { } number) => new(
                new BoxRule { Decision = "accept", Box = number, Everywhere = true }, number, true),
            ("never", { } number) => new(
                new BoxRule { Decision = "reject", Box = number, Everywhere = true }, number, true),
            ("kind", { } number) => new(
                new BoxRule { Decision = "accept", Kind = untrustedForm[$"kind-{words[1]}"] }, number, true),
            ("draw", null) => Draw(untrustedForm),
            ("measures", null) => Area(untrustedForm, Measured(untrustedForm)),
            ("words", null) => Added(new DrawnRange { Words = untrustedForm["words"], Kind = untrustedForm["kind"] }),
            _ => null,
        };
        return act is not null;
    }

    private static ReviewAct? Draw(PageForm form)
    {
        if (Number(form["segment"]) is { } segment && Number(form["start"]) is { } start
            && Number(form["end"]) is { } end)
        {
            return Added(new DrawnRange { Segment = segment, Start = start, End = end, Kind = form["kind"] });
        }

        return Area(form, AreaOf(form));
    }

    /// <summary>A new box over an area, or the move of one that was drawn before.</summary>
    private static ReviewAct? Area(PageForm form, PageArea? area)
    {
        if (area is null || Number(form["page"]) is not { } page)
        {
            return null;
        }

        return Number(form["box"]) is { } box
            ? new(new BoxRule { Box = box, Move = new BoxMove { Area = area } }, box, false)
            : Added(new DrawnRange { Page = page, Area = area, Kind = form["kind"] });
    }

    private static ReviewAct Added(DrawnRange drawn) =>
        new(new BoxRule { Decision = "accept", Add = drawn }, null, false);

    private static PageArea? AreaOf(PageForm form) =>
        Number(form["left"]) is { } left && Number(form["top"]) is { } top
        && Number(form["right"]) is { } right && Number(form["bottom"]) is { } bottom
            ? new PageArea(left, top, right, bottom)
            : null;

    /// <summary>An area that was typed: its corner, its width and height in millimetres.</summary>
    private static PageArea? Measured(PageForm form) =>
        Millimetres(form["left"]) is { } left && Millimetres(form["top"]) is { } top
        && Millimetres(form["width"]) is { } width && Millimetres(form["height"]) is { } height
            ? new PageArea(left, top, left + width, top + height)
            : null;

    private static int? Millimetres(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
        && number <= MostMillimetres
            ? (int)Math.Round(number * UnitsPerMillimetre)
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
