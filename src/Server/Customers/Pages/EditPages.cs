using System.Globalization;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>Registers and corrects customers. A form that does not fit comes back with everything that was typed.</summary>
internal static class EditPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/customers/new", (CurrentStanding standing, FieldKinds kinds) =>
            Page.Of<FormView>(New(standing.Value, kinds, null)))
            .RequirePermission(Permission.CreateCustomers);
        pages.MapPost("/customers/new", CreateAsync).RequirePermission(Permission.CreateCustomers);
        pages.MapGet("/customers/{code}/corrections", async (
            CustomerCode code, CurrentStanding standing, ShowCustomer show, FieldKinds kinds,
            CancellationToken cancellation) =>
            Page.Of<FormView>(Correction(
                await show.RunAsync(standing.Value, code, cancellation), kinds, null)))
            .RequirePermission(Permission.CorrectCustomers);
        pages.MapPost("/customers/{code}/corrections", CorrectAsync).RequirePermission(Permission.CorrectCustomers);
    }

    private static async Task<IResult> CreateAsync(
        PageForm form, CurrentStanding standing, CreateCustomer create, FieldKinds kinds,
        CancellationToken cancellation)
    {
        FormModel model = New(standing.Value, kinds, form);
        if (model.Chosen is null)
        {
            return Page.Of<FormView>(
                model with { Faults = [new FieldFault("compartment", "Choose the compartment.")] },
                StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            CreatedCustomer created = await create.RunAsync(
                standing.Value,
                new CreateRequest { Compartment = model.Chosen, Fields = KindInputs.Read(model.Kinds) },
                cancellation);
            return Page.SeeOther($"/customers/{created.Code}?done=created");
        }
        catch (RefusedException refused) when (refused.Refusal == CustomerRefusals.Invalid)
        {
            return Page.Of<FormView>(
                model with { Faults = refused.Faults }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> CorrectAsync(
        CustomerCode code, PageForm form, CurrentStanding standing, ShowCustomer show, CorrectCustomer correct,
        FieldKinds kinds, CancellationToken cancellation)
    {
        CustomerModel customer = await show.RunAsync(standing.Value, code, cancellation);
        FormModel model = Correction(customer, kinds, form);
        try
        {
            await correct.RunAsync(
                standing.Value, code, model.Version,
                new CorrectRequest
                {
                    Fields = KindInputs.Read(model.Kinds),
                    Purpose = model.Purpose,
                    Case = model.Case,
                },
                cancellation);
            return Page.SeeOther($"/customers/{code}?done=corrected");
        }
        catch (RefusedException refused) when (refused.Refusal == CustomerRefusals.Invalid)
        {
            return Page.Of<FormView>(
                model with { Faults = refused.Faults }, StatusCodes.Status422UnprocessableEntity);
        }
        catch (RefusedException refused) when (refused.Refusal == CustomerRefusals.Changed)
        {
            return Page.Of<FormView>(
                model with { IsStale = true, Version = customer.Version },
                StatusCodes.Status412PreconditionFailed);
        }
    }

    private static FormModel New(Standing who, FieldKinds kinds, PageForm? form)
    {
        IReadOnlyList<string> series = [.. who.Series.Order(StringComparer.Ordinal)];
        string? chosen = series.Count == 1 ? series[0] : form?["compartment"];
        return new FormModel
        {
            Series = series,
            Chosen = string.IsNullOrEmpty(chosen) ? null : chosen,
            Kinds = KindInputs.Of(kinds, form),
        };
    }

    private static FormModel Correction(CustomerModel customer, FieldKinds kinds, PageForm? form)
    {
        bool isRead = long.TryParse(
            form?["version"], NumberStyles.None, CultureInfo.InvariantCulture, out long version);
        return new FormModel
        {
            Customer = customer,
            Kinds = KindInputs.Of(kinds, form),
            Purposes = customer.Purposes,
            Purpose = NullIfEmpty(form?["purpose"]),
            Case = NullIfEmpty(form?["case"]),
            Version = form is null ? customer.Version : isRead ? version : 0,
        };
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
