namespace Strongroom.Vocabulary.Paper;

/// <summary>The programs that reading PDF needs, and the sandbox that holds them.</summary>
public static class PaperTools
{
    /// <summary>Stands in a report where the sandbox does not start, whether its program is there or not.</summary>
    public const string Sandbox = "sandbox";

    /// <summary>All of them, the sandbox's own program first.</summary>
    public static IReadOnlyList<PaperTool> All { get; } =
    [
        new("bwrap", "bubblewrap"), new("pdffonts", "poppler-utils"), new("pdfinfo", "poppler-utils"),
        new("pdftotext", "poppler-utils"), new("pdftoppm", "poppler-utils"), new("qpdf", "qpdf"),
    ];

    /// <summary>The packages to install for missing programs.</summary>
    public static IReadOnlyList<string> PackagesOf(IReadOnlyList<string> missing) =>
        [
        .. All.Where(tool => missing.Contains(tool.Program, StringComparer.Ordinal)).Select(tool => tool.Package)
            .Distinct(StringComparer.Ordinal),
    ];
}
