using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary>
/// Redacts every document of a folder and of the folders in it into another folder: each has a proved copy there, or is
/// refused and has none. Nothing is copied through, and links are not followed.
/// </summary>
internal sealed class RedactFolder(RedactFile one, CopyNames names)
{
    /// <summary>Whether the copies' folder is not there or empty, and not inside the documents'.</summary>
    public static bool IsNew(string input, string output)
    {
        string from = Path.GetFullPath(input).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        bool isInside = Path.GetFullPath(output).StartsWith(from, StringComparison.Ordinal);
        bool isTaken = File.Exists(output)
            || (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any());
        return !isInside && !isTaken;
    }

    public async Task<int> RunAsync(string input, string output, bool asJson, CancellationToken cancellation)
    {
        var report = new FolderReport(asJson);
        foreach (string path in Files(input))
        {
            string file = Path.GetRelativePath(input, path);
            RedactorAnswer answer = await AnswerAsync(path, cancellation);
            if (answer is RedactedAnswer redacted)
            {
                string copy = await names.NameAsync(file, cancellation);
                string target = Path.Combine(output, copy);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                await AtomicFile.WriteAsync(target, redacted.Copy);
                await report.AddAsync(file, copy, redacted);
            }
            else
            {
                await report.AddAsync(
                    file, answer as RefusedAnswer ?? new RefusedAnswer(PaperRefusals.Failed.Code, []));
            }
        }

        await report.EndAsync();
        return report.Code;
    }

    /// <summary>What cannot be read is refused like what cannot be taken: the others still get their copies.</summary>
    private async Task<RedactorAnswer> AnswerAsync(string path, CancellationToken cancellation)
    {
        if (IsLink(path))
        {
            return new RefusedAnswer(PaperRefusals.FormatUnknown.Code, []);
        }

        try
        {
            return await one.RunAsync(path, cancellation);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return new RefusedAnswer(PaperRefusals.Failed.Code, []);
        }
    }

    private static IEnumerable<string> Files(string folder)
    {
        foreach (string entry in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            if (IsLink(entry) || !Directory.Exists(entry))
            {
                yield return entry;
                continue;
            }

            foreach (string file in Files(entry))
            {
                yield return file;
            }
        }
    }

    private static bool IsLink(string path) => (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0;
}
