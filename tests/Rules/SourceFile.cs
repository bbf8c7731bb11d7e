namespace Strongroom.Rules;

/// <summary>One text file of the checkout.</summary>
/// <param name="Path">Relative to the root, with '/'.</param>
/// <param name="Text">All of it.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The lines, without their ends.</summary>
    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');
}
