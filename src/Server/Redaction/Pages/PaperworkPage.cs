using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>Lists paperwork, takes files in, stops and tries again.</summary>
internal sealed class PaperworkPage(
    ListDocuments list, AddDocument add, DocumentJobs jobs, CompartmentRegister register, Settings settings)
{
    private const int MostListed = 50;

    public static void Map(RouteGroupBuilder documents)
    {
        documents.MapGet("/", async (
            CustomerCode? customer, string? cursor, HttpContext http, PaperworkPage page,
            CancellationToken cancellation) =>
            Page.Of<PaperworkView>(await page.ModelAsync(
                JobViewers.Of(http), StandingOf(http), customer, cursor, cancellation)))
            .RequirePermission(Permission.RedactDocuments);
        documents.MapPost("/", (
            HttpContext http, SubmitOnce once, PaperworkPage page, CancellationToken cancellation) =>
            page.TakeAsync(http, once, cancellation))
            .RequirePermission(Permission.RedactDocuments)
            .ReadsItsOwnForm()
            .WithMetadata(new DisableRequestSizeLimitAttribute()); // the form sets its own
        documents.MapPost("/{id}/stop", async (
            DocumentId id, HttpContext http, ViewDocument view, JobActs acts, CancellationToken cancellation) =>
        {
            (ViewedDocument document, _) = await view.RunAsync(StandingOf(http), id, cancellation);
            await acts.StopAsync(JobOf(document), JobViewers.Of(http), cancellation);
            return Page.SeeOther($"/documents/{id}");
        }).RequirePermission(Permission.RedactDocuments);
        documents.MapPost("/{id}/readings", async (
            DocumentId id, CurrentStanding standing, ReadAgain again, CancellationToken cancellation) =>
        {
            await again.RunAsync(standing.Value, id, cancellation);
            return Page.SeeOther("/documents");
        }).RequirePermission(Permission.RedactDocuments);
    }

    /// <summary>The line of one document, with how far its job is.</summary>
    public async Task<PaperworkLine> LineAsync(
        ViewedDocument document, JobViewer viewer, CancellationToken cancellation)
    {
        bool isAtWork = document.State is "reading" or "failed"
            || document.Copies is [.., { State: "making" or "failed" }];
        JobRow? job = isAtWork
            ? await jobs.FindAsync(JobOf(document), cancellation) : null;
        return new PaperworkLine(
            document, job is null ? null : JobCard.Of(job), job is not null && viewer.Sees(job));
    }

    private static JobId JobOf(ViewedDocument document) =>
        document.State is "reading" or "failed" || document.Copies.Count == 0 ? document.Job : document.Copies[^1].Job;

    private static Standing StandingOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<CurrentStanding>().Value;

    private async Task TakeAsync(HttpContext http, SubmitOnce once, CancellationToken cancellation)
    {
        var form = await UploadForm.BeginAsync(http.Request, settings.DocumentBytes, cancellation);
        await FormChecks.CheckAsync(http, form[FormChecks.TokenField]);
        await once.RunAsync(form[FormChecks.OnceField], http, async context =>
            await (await AnswerAsync(context, form, cancellation)).ExecuteAsync(context));
    }

    private async Task<IResult> AnswerAsync(HttpContext http, UploadForm form, CancellationToken cancellation)
    {
        Standing who = StandingOf(http);
        (int taken, List<FieldFault> faults) = await TakeFilesAsync(who, form, cancellation);
        CustomerCode? customer = CustomerCode.TryParse(form["customer"], null, out CustomerCode? code) ? code : null;
        if (taken == 0 && faults.Count == 0)
        {
            faults.Add(new FieldFault("file", "Choose at least one file."));
        }

        if (faults.Count == 0)
        {
            return Page.SeeOther(customer is null ? "/documents" : $"/documents?customer={customer}");
        }

        PaperworkModel model = await ModelAsync(JobViewers.Of(http), who, null, null, cancellation);
        return Page.Of<PaperworkView>(
            model with
            {
                Code = form["customer"],
                Compartment = form["compartment"],
                Kind = form["kind"],
                Taken = taken,
                Faults = faults,
            },
            StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>
    /// Takes in what can be; what is refused is named by its number, for its name may say whose it is.
    /// </summary>
    private async Task<(int Taken, List<FieldFault> Faults)> TakeFilesAsync(
        Standing who, UploadForm form, CancellationToken cancellation)
    {
        var faults = new List<FieldFault>();
        int taken = 0;
        for (int file = 1; file <= UploadForm.MostFiles; file++)
        {
            try
            {
                if (await form.NextAsync(cancellation) is not { } upload)
                {
                    break;
                }

                await add.RunAsync(who, upload, cancellation);
                taken++;
            }
            catch (RefusedException refused) when (refused.Refusal.Kind is
                RefusalKind.Invalid or RefusalKind.TooLarge or RefusalKind.Unprocessable or RefusalKind.NotFound)
            {
                if (!ReferenceEquals(refused.Refusal, RedactionRefusals.FormatRefused)
                    && !ReferenceEquals(refused.Refusal, RedactionRefusals.TooLarge))
                {
                    // It is the same for every other file.
                    faults.Add(refused.Faults.Count > 0
                        ? refused.Faults[0] : new FieldFault("customer", refused.Refusal.Sentence));
                    break;
                }

                faults.Add(new FieldFault(
                    "file", string.Create(CultureInfo.InvariantCulture, $"File {file}: {refused.Refusal.Sentence}")));
            }
        }

        return (taken, faults);
    }

    private async Task<PaperworkModel> ModelAsync(
        JobViewer viewer, Standing who, CustomerCode? customer, string? cursor, CancellationToken cancellation)
    {
        DocumentList documents = customer is null
            ? await list.RunAsync(who, null, MostListed, cursor, cancellation)
            : await list.OfCustomerAsync(who, customer, MostListed, cursor, cancellation);
        var lines = new List<PaperworkLine>(documents.Items.Count);
        foreach (ViewedDocument document in documents.Items)
        {
            lines.Add(await LineAsync(document, viewer, cancellation));
        }

        IEnumerable<string> open = (await register.AllAsync(cancellation))
            .Where(facts => who.Series.Contains(facts.Series) && !facts.IsClosed)
            .Select(facts => facts.Name);
        return new PaperworkModel
        {
            Lines = lines,
            Next = documents.Next,
            IsLater = cursor is not null,
            Customer = customer,
            Code = customer?.ToString() ?? string.Empty,
            Compartments = [.. open.Order(StringComparer.Ordinal)],
            MostBytes = settings.DocumentBytes,
        };
    }
}
