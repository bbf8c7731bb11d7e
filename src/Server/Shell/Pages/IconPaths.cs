using System.Collections.Frozen;

namespace Strongroom.Server.Shell.Pages;

/// <summary>The drawings of <see cref="Icon"/>: strokes on a field of 24 by 24.</summary>
internal static class IconPaths
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["door"] = "M5 3h14v18H5z M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0 M12 7v2 M12 15v2 M7 12h2 M15 12h2",
        ["home"] = "M4 11l8-7 8 7 M6 10v10h12V10 M10 20v-6h4v6",
        ["people"] = "M9 11a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7z M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6 M16 4.500a3.500 3.500 0 0 1 0 6 M18 14.500c2.300.8 3.500 2.800 3.500 5.500",
        ["person"] = "M12 11a4 4 0 1 0 0-8a4 4 0 0 0 0 8z M4.500 21c0-4.500 3.500-7 7.500-7s7.500 2.500 7.500 7",
        ["search"] = "M10.500 17a6.500 6.500 0 1 0 0-13a6.500 6.500 0 0 0 0 13z M15.500 15.500L21 21",
        ["upload"] = "M12 15V4 M8 8l4-4 4 4 M4 15v5h16v-5",
        ["download"] = "M12 4v11 M8 11l4 4 4-4 M4 15v5h16v-5",
        ["form"] = "M6 3h9l4 4v14H6z M9 9h6 M9 13h7 M9 17h4",
        ["boxes"] = "M3 4h8v7H3z M13 4h8v7h-8z M3 13h8v7H3z M13 13h8v7h-8z",
        ["badge"] = "M5 6h14v15H5z M10 3h4v5h-4z M12 14a2 2 0 1 0 0-4a2 2 0 0 0 0 4z M8.500 18c.5-1.700 2-2.500 3.500-2.500s3 .8 3.500 2.500",
        ["sign"] = "M4 20h16 M5 16l1-4 9-9 3 3-9 9z",
        ["clock"] = "M12 21a9 9 0 1 0 0-18a9 9 0 0 0 0 18z M12 7v5l3.500 2",
        ["shield"] = "M12 3l8 3v6c0 5-3.500 8-8 9c-4.500-1-8-4-8-9V6z M8.500 12l2.500 2.500 4.500-5",
        ["check"] = "M5 12.500l4.500 4.500L19 7",
        ["cross"] = "M6 6l12 12 M18 6L6 18",
        ["warn"] = "M12 3.500L22 20H2z M12 10v4 M12 17v.2",
        ["hint"] = "M12 21a9 9 0 1 0 0-18a9 9 0 0 0 0 18z M12 11v5 M12 8v.2",
        ["leave"] = "M14 4H5v16h9 M10 12h11 M17 8l4 4-4 4",
        ["lock"] = "M6 11h12v10H6z M8.500 11V8a3.500 3.500 0 0 1 7 0v3 M12 15v2",
        ["unlock"] = "M6 11h12v10H6z M8.500 11V8a3.500 3.500 0 0 1 6.800-1.200 M12 15v2",
        ["key"] = "M8 16a4 4 0 1 0 0-8a4 4 0 0 0 0 8z M12 12h9 M17 12v4 M20.500 12v3",
        ["finger"] = "M6 12a6 6 0 0 1 12 0v2 M9 20c-1-2-1-4-1-8a4 4 0 0 1 8 0c0 4 0 6-1 8 M12 11.500c0 4 0 6-.5 9.500",
        ["eye"] = "M2 12c3-5 6.500-7 10-7s7 2 10 7c-3 5-6.500 7-10 7s-7-2-10-7z M12 15a3 3 0 1 0 0-6a3 3 0 0 0 0 6z",
        ["hide"] = "M4 4l16 16 M9.500 5.300C15 4 19 7 22 12c-.8 1.300-1.700 2.500-2.700 3.500 M6.500 7C4.800 8.200 3.300 10 2 12c3.500 6 8.500 8.500 14 6.200",
        ["copy"] = "M9 9h11v12H9z M5 15H4V3h11v2",
        ["print"] = "M7 9V3h10v6 M7 18H4V9h16v9h-3 M7 14h10v7H7z",
        ["edit"] = "M4 20h4L19 9l-4-4L4 16z",
        ["trash"] = "M5 7h14 M10 7V4h4v3 M7 7l1 14h8l1-14 M10 11v6 M14 11v6",
        ["undo"] = "M9 14L4 9l5-5 M4 9h10a6 6 0 0 1 0 12h-3",
        ["plus"] = "M12 5v14 M5 12h14",
        ["stop"] = "M6 6h12v12H6z",
        ["next"] = "M9 5l7 7-7 7",
        ["back"] = "M15 5l-7 7 7 7",
        ["history"] = "M4 12a8 8 0 1 1 2.500 5.800 M4 20v-4h4 M12 8v4.500l3 1.700",
        ["paper"] = "M6 3h9l4 4v14H6z M9 10h3 M9 14h7 M9 18h5 M13.500 8.500h4v3h-4z",
        ["pass"] = "M7 10a3 3 0 1 0 0-6a3 3 0 0 0 0 6z M2 20c0-4 2-6.500 5-6.500s5 2.500 5 6.500 M13 9h8 M18 6l3 3-3 3 M15 16h6 M15 20h6",
        ["archive"] = "M3 4h18v5H3z M5 9v11h14V9 M10 13h4",
        ["label"] = "M3 12V4h8l10 10-8 8z M7.500 8v.2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A drawing by name; every name that a page uses is in the table.</summary>
    public static string Of(string name) => Paths[name];
}
