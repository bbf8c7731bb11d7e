namespace Strongroom.Vocabulary.Paper;

/// <summary>One encoding in which the copy was searched for the removed values.</summary>
/// <param name="Encoding">Its name, such as <c>utf-16le</c> or <c>base64</c>.</param>
/// <param name="Hits">How many removed values were met; 0 in every valid proof.</param>
public sealed record ProofSearch(string Encoding, int Hits);
