namespace Strongroom.Server.Compartments;

/// <summary>Something that could be lost, and what it would let somebody read.</summary>
/// <param name="Id">A stable name: <c>files</c>, <c>files-and-key</c>, <c>running-server</c>, <c>machine</c>.</param>
/// <param name="Label">What is lost.</param>
/// <param name="Here">How many customers of this compartment could be read.</param>
/// <param name="Elsewhere">How many of the other compartments.</param>
/// <param name="Because">Why so many, and no more.</param>
internal sealed record Loss(string Id, string Label, long Here, long Elsewhere, string Because);
