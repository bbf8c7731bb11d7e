using Strongroom.Server.Customers.Confirmations;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>A customer says a fact, the page says whether it matches. From a customer's page or from anywhere.</summary>
internal static class ConfirmPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/confirmations", (FieldKinds kinds) => Page.Of<ConfirmView>(Anywhere(kinds)))
            .RequirePermission(Permission.ConfirmCustomers);
        pages.MapPost("/confirmations", PostAnywhereAsync).RequirePermission(Permission.ConfirmCustomers);
        pages.MapGet("/customers/{code}/confirmations", async (
            CustomerCode code, CurrentStanding standing, ShowCustomer show, RecentConfirmations recent,
            CancellationToken cancellation) =>
        {
            ConfirmModel model = Of(await show.RunAsync(standing.Value, code, cancellation));
            RecentConfirmation? last = recent.Find(standing.Value, code);
            return Page.Of<ConfirmView>(model with { Last = last, Kind = last?.Kind });
        }).RequirePermission(Permission.ConfirmCustomers);
        pages.MapPost("/customers/{code}/confirmations", async (
            CustomerCode code, PageForm form, CurrentStanding standing, ShowCustomer show, ConfirmFact confirm,
            RecentConfirmations recent, CancellationToken cancellation) =>
        {
            ConfirmModel model = Of(await show.RunAsync(standing.Value, code, cancellation));
            return await CheckAsync(code, form, model, standing.Value, confirm, recent, cancellation);
        }).RequirePermission(Permission.ConfirmCustomers);
    }

    private static async Task<IResult> PostAnywhereAsync(
        PageForm form, CurrentStanding standing, FieldKinds kinds, ConfirmFact confirm, RecentConfirmations recent,
        CancellationToken cancellation)
    {
        ConfirmModel model = Anywhere(kinds) with { Code = form["code"], Kind = form["kind"] };
        if (!CustomerCode.TryParse(form["code"], null, out CustomerCode? code))
        {
            return Page.Of<ConfirmView>(
                model with { Faults = [new FieldFault("code", "This is not a customer code. Look for a slip in typing.")] },
                StatusCodes.Status422UnprocessableEntity);
        }

        return await CheckAsync(code, form, model, standing.Value, confirm, recent, cancellation);
    }

    private static async Task<IResult> CheckAsync(
        CustomerCode code, PageForm form, ConfirmModel model, Standing who, ConfirmFact confirm,
        RecentConfirmations recent, CancellationToken cancellation)
    {
        string? kind = form["kind"].Length == 0 ? null : form["kind"];
        try
        {
            Confirmation outcome = await confirm.RunAsync(
                who, code, new ConfirmationRequest { Kind = kind, Fact = new PersonalText(form["fact"]) },
                cancellation);
            recent.Keep(who, code, kind, outcome);
            return Page.SeeOther($"/customers/{code}/confirmations");
        }
        catch (RefusedException refused) when (refused.Refusal == CustomerRefusals.ConfirmationLocked)
        {
            return Page.Of<ConfirmView>(
                model with { Kind = kind, IsLocked = true }, StatusCodes.Status429TooManyRequests);
        }
        catch (RefusedException refused) when (refused.Refusal == CustomerRefusals.Invalid)
        {
            return Page.Of<ConfirmView>(
                model with { Kind = kind, Faults = refused.Faults }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static ConfirmModel Anywhere(FieldKinds kinds) =>
        new() { Kinds = [.. kinds.All.Select(kind => (kind.Name, kind.Label))] };

    private static ConfirmModel Of(CustomerModel customer) => new()
    {
        Customer = customer,
        Kinds = [.. customer.Fields.Select(field => (field.Kind, field.Label))],
    };
}
