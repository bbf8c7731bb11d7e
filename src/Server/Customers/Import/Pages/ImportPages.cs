using Microsoft.AspNetCore.Mvc;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import.Pages;

/// <summary>The pages of imports: list, upload, columns, dry run, run, undo.</summary>
internal static class ImportPages
{
    public static void MapImportPages(this RouteGroupBuilder pages)
    {
        RouteGroupBuilder imports = pages.MapGroup("/imports");
        imports.MapGet("/", async (CurrentStanding standing, ViewImports view, CancellationToken cancellation) =>
            Page.Of<ImportListView>(await view.ListAsync(standing.Value, cancellation)))
            .RequirePermission(Permission.ImportCustomers);
        UploadPage.Map(imports);
        ColumnsPage.Map(imports);
        MapReports(imports);
        MapActs(imports);
        foreach (string act in (string[])["stop", "go-on", "discard"])
        {
            // Where somebody comes back to after logging in again in the middle of a press.
            imports.MapGet("/{id}/" + act, (JobId id) => Page.SeeOther($"/imports/{id}"))
                .RequirePermission(Permission.ImportCustomers);
        }
    }

    private static void MapReports(RouteGroupBuilder imports)
    {
        imports.MapGet("/{id}", async (JobId id, [AsParameters] ReportRequest request) =>
        {
            ReportModel model = await request.ReadAsync(id);
            string path = ImportWords.PathOf(model.Import);
            return path == model.Path ? Page.Of<RunView>(model) : Page.SeeOther(path);
        }).RequirePermission(Permission.ImportCustomers);
        imports.MapGet("/{id}/check", async (JobId id, [AsParameters] ReportRequest request) =>
        {
            ReportModel model = await request.ReadAsync(id);
            return ImportWords.PathOf(model.Import) == model.Path + "/check"
                ? Page.Of<CheckView>(model) : Page.SeeOther(model.Path);
        }).RequirePermission(Permission.ImportCustomers);
        imports.MapGet("/{id}/undo", async (JobId id, [AsParameters] ReportRequest request) =>
        {
            ReportModel model = await request.ReadAsync(id);
            return model.Import.UndoBefore is not null || model.Import.State == "undo-failed"
                ? Page.Of<UndoView>(model) : Page.SeeOther(model.Path);
        }).RequirePermission(Permission.ImportCustomers);
        imports.MapGet("/{id}/faults.csv", async (
            JobId id, CurrentStanding standing, ViewImports view, HttpResponse response,
            CancellationToken cancellation) =>
        {
            string file = ViewImports.ErrorFile(await view.RunAsync(standing.Value, id, cancellation));
            response.Headers.ContentDisposition = "attachment; filename=\"faults.csv\"";
            return TypedResults.Text(file, "text/csv");
        }).RequirePermission(Permission.ImportCustomers);
    }

    private static void MapActs(RouteGroupBuilder imports)
    {
        imports.MapPost("/{id}/check", async (
            JobId id, PageForm form, CurrentStanding standing, AdvanceImport advance,
            CancellationToken cancellation) =>
        {
            await advance.RunAsync(standing.Value, id, form.Has("leave-out"), cancellation);
            return Page.SeeOther($"/imports/{id}");
        }).RequirePermission(Permission.ImportCustomers);
        imports.MapPost("/{id}/stop", async (
            JobId id, CurrentStanding standing, AdvanceImport advance, CancellationToken cancellation) =>
        {
            await advance.StopAsync(standing.Value, id, cancellation);
            return Page.SeeOther($"/imports/{id}");
        }).RequirePermission(Permission.ImportCustomers);
        imports.MapPost("/{id}/go-on", async (
            JobId id, CurrentStanding standing, AdvanceImport advance, CancellationToken cancellation) =>
        {
            await advance.GoOnAsync(standing.Value, id, cancellation);
            return Page.SeeOther($"/imports/{id}");
        }).RequirePermission(Permission.ImportCustomers);
        imports.MapPost("/{id}/discard", async (
            JobId id, CurrentStanding standing, DiscardImport discard, CancellationToken cancellation) =>
        {
            await discard.RunAsync(standing.Value, id, cancellation);
            return Page.SeeOther("/imports?done=discarded");
        }).RequirePermission(Permission.ImportCustomers);
        imports.MapPost("/{id}/undo", async (
            JobId id, CurrentStanding standing, UndoImport undo, CancellationToken cancellation) =>
        {
            await undo.RunAsync(standing.Value, id, cancellation);
            return Page.SeeOther($"/imports/{id}");
        }).RequirePermission(Permission.ImportCustomers);
    }
}
