using Microsoft.AspNetCore.Http.Json;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>Wires long work: the store, the runner, and what callers see of it.</summary>
internal static class JobsSlice
{
    private const int MostListed = 200;

    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobStore>().AddSingleton<JobRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, JobsJson.Default));
    }

    /// <param name="api">The API's routes.</param>
    /// <param name="viewer">Who calls; log-in stands below storage, so Program joins the two.</param>
    public static void MapJobs(this RouteGroupBuilder api, Func<HttpContext, JobViewer> viewer)
    {
        RouteGroupBuilder jobs = api.MapGroup("/jobs");
        jobs.MapGet("/", async (HttpContext http, JobStore store, CancellationToken cancellation) =>
        {
            JobViewer who = viewer(http);
            IReadOnlyList<JobRow> rows = await store.NewestAsync(
                who.SeesAll ? null : who.Actor.ToString(), MostListed, cancellation);
            return TypedResults.Ok(new JobList([.. rows.Select(JobCard.Of)]));
        }).RequirePermission(Permission.ViewJobs);
        jobs.MapGet("/{id}", async (JobId id, HttpContext http, JobStore store, CancellationToken cancellation) =>
            TypedResults.Ok(JobCard.Of(await FindAsync(id, viewer(http), store, cancellation))))
            .RequirePermission(Permission.ViewJobs);
        jobs.MapDelete("/{id}", async (
            JobId id, HttpContext http, JobStore store, JobRunner runner, CancellationToken cancellation) =>
        {
            await runner.StopJobAsync(await FindAsync(id, viewer(http), store, cancellation), cancellation);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.ViewJobs);
        jobs.MapPost(
            "/{id}/retries", async (JobId id, HttpContext http, JobStore store, CancellationToken cancellation) =>
        {
            JobRow row = await FindAsync(id, viewer(http), store, cancellation);
            if (row.State is not (JobState.Failed or JobState.Stopped))
            {
                throw new RefusedException(JobRefusals.NotEnded);
            }

            await store.RetryAsync(row, cancellation);
            return TypedResults.Accepted((string?)null, JobCard.Of(row));
        }).RequirePermission(Permission.ViewJobs);
    }

    private static async Task<JobRow> FindAsync(
        JobId id, JobViewer viewer, JobStore store, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is { } row && viewer.Sees(row)
            ? row
            : throw new RefusedException(JobRefusals.NotFound);
}
