namespace Strongroom.Server.Recipients;

/// <summary>The newest exports that the caller has asked for.</summary>
internal sealed record ExportList(IReadOnlyList<ListedExport> Items);
