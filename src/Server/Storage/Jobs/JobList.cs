namespace Strongroom.Server.Storage.Jobs;

/// <summary>The newest jobs.</summary>
internal sealed record JobList(IReadOnlyList<JobCard> Items);
