using Strongroom.Server.Storage.Jobs;

namespace Strongroom.Server.Customers.Import;

/// <summary>An import as callers see it.</summary>
/// <param name="Job">The run, or the newest dry run; null for a file that is only held.</param>
/// <param name="Report">What that job found and did; null while there is none.</param>
/// <param name="Import">How far the import is; null for a dry run whose file was not kept.</param>
internal sealed record ImportAnswer(JobCard? Job, ImportReport? Report, ImportCard? Import);
