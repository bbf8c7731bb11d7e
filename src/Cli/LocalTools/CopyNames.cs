using System.Text;
using Strongroom.Recognition;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary>
/// Names the copies of a folder's documents: a name may name a customer, so what is found in it gives way to its label.
/// </summary>
/// <param name="register">The customers; null where none are named.</param>
internal sealed class CopyNames(RegisterFile? register)
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name for a copy that no other copy has.</summary>
    /// <param name="path">The document's path inside its folder.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<string> NameAsync(string path, CancellationToken cancellation)
    {
        string extension = Path.GetExtension(path);
        string name = await CleanAsync(path[..^extension.Length], cancellation);
        string free = name + extension;
        for (int number = 2; !_taken.Add(free); number++)
        {
            free = string.Create(null, $"{name}-{number}{extension}");
        }

        return free;
    }

    private async Task<string> CleanAsync(string name, CancellationToken cancellation)
    {
        var text = DocumentText.Plain(name);
        IReadOnlyList<Finding> findings = PatternFinder.Find(text);
        if (register is not null)
        {
            findings = await register.MatchAsync(text, findings, cancellation);
        }

        var clean = new StringBuilder();
        int done = 0;
        foreach (Finding finding in findings)
        {
            clean.Append(name, done, finding.Start - done).Append(finding.Label ?? RedactionLabels.For(finding.Kind));
            done = finding.End;
        }

        return clean.Append(name, done, name.Length - done).ToString();
    }
}
