namespace Strongroom.Server.KeyHolders;

/// <summary>One key holder of a split.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">Who it is.</param>
/// <param name="HasAcknowledged">Whether the code was typed back and the duties acknowledged.</param>
internal sealed record SplitHolderCard(int Number, string Name, bool HasAcknowledged);
