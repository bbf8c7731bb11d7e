using Strongroom.Server.Storage.Jobs;

namespace Strongroom.Server.Customers.Import;

/// <summary>An import as callers see it: the job, and the report once there is one.</summary>
internal sealed record ImportAnswer(JobCard Job, ImportReport? Report);
