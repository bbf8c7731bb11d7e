namespace Strongroom.Server.Checks;

/// <summary>Every check, the worst first.</summary>
internal sealed record CheckList(IReadOnlyList<Check> Items);
