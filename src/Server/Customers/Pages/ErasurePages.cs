using System.Text.Json;
using Strongroom.Server.Customers.Erasure;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>The pages of an erasure: the question, and the certificate.</summary>
internal static class ErasurePages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/customers/{code}/erasure", async (
            CustomerCode code, CurrentStanding standing, ShowCustomer show, Settings settings, TimeProvider time,
            CancellationToken cancellation) =>
        {
            // Before anything is typed.
            StepUp.Require(standing.Value, settings, time);
            return Page.Of<EraseView>(new EraseModel(await show.RunAsync(standing.Value, code, cancellation)));
        }).RequirePermission(Permission.EraseCustomers);
        pages.MapPost("/customers/{code}/erasure", EraseAsync).RequirePermission(Permission.EraseCustomers);
        pages.MapGet("/customers/{code}/certificate", async (
            CustomerCode code, CurrentStanding standing, ReadCertificate read, CancellationToken cancellation) =>
        {
            byte[] text = await read.RunAsync(standing.Value, code, cancellation);
            return Page.Of<CertificateView>(
                JsonSerializer.Deserialize(text, CustomersJson.Default.ErasureCertificate)!);
        }).RequirePermission(Permission.EraseCustomers);
    }

    private static async Task<IResult> EraseAsync(
        CustomerCode code, PageForm form, CurrentStanding standing, EraseCustomer erase, ShowCustomer show,
        CancellationToken cancellation)
    {
        CustomerModel customer = await show.RunAsync(standing.Value, code, cancellation);
        bool isMeant = CustomerCode.TryParse(form["confirmed"], null, out CustomerCode? typed) && typed == code;
        if (!isMeant || !ErasureReasons.Has(form["reason"]))
        {
            return Page.Of<EraseView>(
                new EraseModel(customer)
                {
                    Reason = form["reason"],
                    Faults = isMeant
                        ? [new FieldFault("reason", "Choose why.")]
                        : [new FieldFault("confirmed", "Type the code of this customer, as it stands above.")],
                },
                StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            await erase.RunAsync(standing.Value, code, new ErasureRequest(form["reason"]), cancellation);
            return Page.SeeOther($"/customers/{code}/certificate");
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.Conflict)
        {
            return Page.Of<EraseView>(
                new EraseModel(customer) { Faults = [new FieldFault("confirmed", refused.Refusal.Sentence)] },
                StatusCodes.Status409Conflict);
        }
    }
}
