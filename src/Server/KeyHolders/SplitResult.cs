namespace Strongroom.Server.KeyHolders;

/// <summary>What a new unseal key became.</summary>
/// <param name="Generation">Its generation, and that of the root key.</param>
/// <param name="Needed">K; 0 where it is not split.</param>
/// <param name="Parts">N; 0 where it is not split.</param>
/// <param name="IsUnattended">Whether it also lies in its file.</param>
/// <param name="Sheet">Where it is not split: the lines of its recovery sheet, shown this once.</param>
internal sealed record SplitResult(
    uint Generation, int Needed, int Parts, bool IsUnattended, IReadOnlyList<string>? Sheet = null);
