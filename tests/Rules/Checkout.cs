namespace Strongroom.Rules;

/// <summary>The files of the checkout that the rules look at; nothing that is built, stored or ignored.</summary>
internal static class Checkout
{
    private static readonly string[] Skipped = ["artifacts", "data", "credentials", ".git", ".vs", ".vscode", ".idea"];

    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".css", ".csv", ".editorconfig", ".js", ".json", ".md", ".props", ".py", ".razor", ".sh",
            ".slnf", ".slnx", ".sql", ".txt"];

    /// <summary>Where Strongroom.slnx stands.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every text file, read once; paths are relative to the root and use '/'.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. Directory.EnumerateFileSystemEntries(Root).SelectMany(ReadAll)];

    /// <summary>The assemblies of the product, as built beside this one.</summary>
    public static IReadOnlyList<string> ProductAssemblies { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Strongroom.*.dll")
            .Where(path => Path.GetFileName(path) != "Strongroom.Rules.dll")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The assembly of one source project.</summary>
    public static string Assembly(string project) =>
        Path.Combine(AppContext.BaseDirectory, $"Strongroom.{project}.dll");

    /// <summary>Whether a file or folder is there, seen from the root.</summary>
    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Strongroom.slnx"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("the tests run outside a checkout"));

    private static IEnumerable<SourceFile> ReadAll(string entry)
    {
        if (Skipped.Contains(Path.GetFileName(entry)))
        {
            return [];
        }

        IEnumerable<string> paths = Directory.Exists(entry)
            ? Directory.EnumerateFiles(entry, "*", SearchOption.AllDirectories)
            : [entry];
        return paths.Where(IsText).Order(StringComparer.Ordinal).Select(path =>
            new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)));
    }

    private static bool IsText(string path) =>
        Path.GetFileName(path) is not "packages.lock.json"
        && (TextEndings.Contains(Path.GetExtension(path)) || Path.GetFileName(path) is "run" or "test" or ".gitignore");
}
