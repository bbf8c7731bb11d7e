namespace Strongroom.Vocabulary.Paper;

/// <summary>A program that reading PDF needs.</summary>
/// <param name="Program">Its name in <c>/usr/bin</c>.</param>
/// <param name="Package">The Debian package that brings it.</param>
public sealed record PaperTool(string Program, string Package);
