using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs.Pages;

/// <summary>The pages of long work.</summary>
internal static class JobPages
{
    /// <param name="pages">The pages' routes.</param>
    /// <param name="viewer">Who looks; log-in stands below storage, so Program joins the two.</param>
    public static void MapJobPages(this RouteGroupBuilder pages, Func<HttpContext, JobViewer> viewer)
    {
        pages.MapGet("/jobs", async (
            HttpContext http, JobActs acts, IEnumerable<IJobWork> works, CancellationToken cancellation) =>
        {
            JobViewer who = viewer(http);
            IReadOnlyList<JobRow> rows = await acts.ListAsync(who, cancellation);
            return Page.Of<JobListView>(
                (IReadOnlyList<JobModel>)[.. rows.Select(row => JobModel.Of(row, works, who))]);
        }).RequirePermission(Permission.ViewJobs);
        pages.MapGet("/jobs/{id}", async (
            JobId id, HttpContext http, JobActs acts, IEnumerable<IJobWork> works, CancellationToken cancellation) =>
            Page.Of<JobView>(JobModel.Of(await acts.FindAsync(id, viewer(http), cancellation), works, viewer(http))))
            .RequirePermission(Permission.ViewJobs);
        pages.MapPost("/jobs/{id}/stop", async (
            JobId id, HttpContext http, JobActs acts, CancellationToken cancellation) =>
        {
            await acts.StopAsync(id, viewer(http), cancellation);
            return Page.SeeOther($"/jobs/{id}");
        }).RequirePermission(Permission.ViewJobs);
        pages.MapPost("/jobs/{id}/retry", async (
            JobId id, HttpContext http, JobActs acts, CancellationToken cancellation) =>
        {
            await acts.RetryAsync(id, viewer(http), cancellation);
            return Page.SeeOther($"/jobs/{id}");
        }).RequirePermission(Permission.ViewJobs);

        // Where somebody comes back to after logging in again in the middle of a press.
        pages.MapGet("/jobs/{id}/stop", (JobId id) => Page.SeeOther($"/jobs/{id}"))
            .RequirePermission(Permission.ViewJobs);
        pages.MapGet("/jobs/{id}/retry", (JobId id) => Page.SeeOther($"/jobs/{id}"))
            .RequirePermission(Permission.ViewJobs);
    }
}
