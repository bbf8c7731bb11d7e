namespace Strongroom.Server.Compartments;

/// <summary>A number that shows in the files without any key.</summary>
/// <param name="What">What is counted.</param>
/// <param name="Count">How many.</param>
internal sealed record VisibleCount(string What, long Count);
