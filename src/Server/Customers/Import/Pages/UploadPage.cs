using Microsoft.AspNetCore.Mvc;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import.Pages;

/// <summary>
/// Page 1: takes the file as it streams. The frame's tokens and the series stand before the file in the form, so that
/// nothing of the file is read before they are checked.
/// </summary>
internal sealed class UploadPage(CompartmentRegister register, HoldImport hold, SubmitOnce once)
{
    public static void Map(RouteGroupBuilder imports)
    {
        imports.MapGet("/new", async (CurrentStanding standing, UploadPage page, CancellationToken cancellation) =>
            await page.ShowAsync(standing.Value, string.Empty, [], cancellation))
            .RequirePermission(Permission.ImportCustomers);
        imports.MapPost("/new", (
            HttpContext http, CurrentStanding standing, UploadPage page, CancellationToken cancellation) =>
            page.TakeAsync(http, standing.Value, cancellation))
            .RequirePermission(Permission.ImportCustomers)
            .ReadsItsOwnForm()
            .WithMetadata(new RequestSizeLimitAttribute(TakeUpload.LargestFile));
    }

    private async Task TakeAsync(HttpContext http, Standing who, CancellationToken cancellation)
    {
        await using ImportForm form = await ImportForm.ReadAsync(http.Request, cancellation);
        await FormChecks.CheckAsync(http, form.Part(FormChecks.TokenField));
        await once.RunAsync(form.Part(FormChecks.OnceField), http, async context =>
            await (await AnswerAsync(who, form, cancellation)).ExecuteAsync(context));
    }

    private async Task<IResult> AnswerAsync(Standing who, ImportForm form, CancellationToken cancellation)
    {
        if (!form.HasFile)
        {
            return await ShowAsync(
                who, form.Series, [new FieldFault("file", ImportRefusals.NoFile.Sentence)], cancellation);
        }

        ImportCard held = await hold.RunAsync(who, form, cancellation);
        return Page.SeeOther($"/imports/{held.Id}/columns");
    }

    private async Task<IResult> ShowAsync(
        Standing who, string chosen, IReadOnlyList<FieldFault> faults, CancellationToken cancellation)
    {
        IEnumerable<string> open = (await register.AllAsync(cancellation))
            .Where(facts => who.Series.Contains(facts.Series))
            .GroupBy(facts => facts.Series, StringComparer.Ordinal)
            .Where(series => !series.MaxBy(facts => facts.Number)!.IsClosed)
            .Select(series => series.Key);
        return Page.Of<UploadView>(
            new UploadModel([.. open.Order(StringComparer.Ordinal)], chosen, faults),
            faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
