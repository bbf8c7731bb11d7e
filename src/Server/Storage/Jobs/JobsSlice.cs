using Microsoft.AspNetCore.Http.Json;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>Wires long work: the store, the runner, and what callers see of it.</summary>
internal static class JobsSlice
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobStore>().AddSingleton<JobRunner>();
        services.AddSingleton<JobActs>().AddSingleton<WatchJob>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, JobsJson.Default));
    }

    /// <param name="api">The API's routes.</param>
    /// <param name="viewer">Who calls; log-in stands below storage, so Program joins the two.</param>
    public static void MapJobs(this RouteGroupBuilder api, Func<HttpContext, JobViewer> viewer)
    {
        RouteGroupBuilder jobs = api.MapGroup("/jobs");
        jobs.MapGet("/", async (HttpContext http, JobActs acts, CancellationToken cancellation) =>
            TypedResults.Ok(new JobList(
                [.. (await acts.ListAsync(viewer(http), cancellation)).Select(JobCard.Of)])))
            .RequirePermission(Permission.ViewJobs);
        jobs.MapGet("/{id}", async (JobId id, HttpContext http, JobActs acts, CancellationToken cancellation) =>
            TypedResults.Ok(JobCard.Of(await acts.FindAsync(id, viewer(http), cancellation))))
            .RequirePermission(Permission.ViewJobs);
        jobs.MapGet("/{id}/events", (JobId id, HttpContext http, WatchJob watch, CancellationToken cancellation) =>
            watch.RunAsync(id, viewer(http), http.Response, cancellation))
            .RequirePermission(Permission.ViewJobs);
        jobs.MapDelete("/{id}", async (JobId id, HttpContext http, JobActs acts, CancellationToken cancellation) =>
        {
            await acts.StopAsync(id, viewer(http), cancellation);
            return TypedResults.NoContent();
        }).RequirePermission(Permission.ViewJobs);
        jobs.MapPost(
            "/{id}/retries", async (JobId id, HttpContext http, JobActs acts, CancellationToken cancellation) =>
            TypedResults.Accepted((string?)null, JobCard.Of(await acts.RetryAsync(id, viewer(http), cancellation))))
            .RequirePermission(Permission.ViewJobs);
    }
}
