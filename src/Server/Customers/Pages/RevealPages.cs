using System.Globalization;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>
/// Reveals without script: the form asks why, the answer to the post shows the values, and the page goes back to the
/// masks by itself. Which field it was never stands in an address.
/// </summary>
internal static class RevealPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/customers/{code}/reveals", async (
            CustomerCode code, CurrentStanding standing, ShowCustomer show, ShowPast past,
            CancellationToken cancellation) =>
        {
            CustomerModel customer = await show.RunAsync(standing.Value, code, cancellation);
            return Page.Of<RevealView>(new RevealModel
            {
                Customer = customer,
                Purpose = customer.Recent?.Purpose ?? customer.Offered,
                Case = customer.Recent?.Case,
                Past = await past.RunAsync(standing.Value, code, cancellation),
            });
        }).RequirePermission(Permission.ViewCustomers);
        pages.MapPost("/customers/{code}/reveals", PostAsync)
            .RequirePermission(Permission.RevealFields).RequireRateLimiting(RateLimits.Reveal);
    }

    private static async Task<IResult> PostAsync(
        CustomerCode code, PageForm form, CurrentStanding standing, ShowCustomer show, RevealFields reveal,
        FieldKinds kinds, CancellationToken cancellation)
    {
        CustomerModel customer = await show.RunAsync(standing.Value, code, cancellation);
        RevealModel model = Read(form, customer);
        if (model.Purpose is null || model.Chosen.Count == 0)
        {
            // Asked for the first time nothing is wrong yet; the form's own button says that it was asked.
            return form.Has("ask")
                ? Page.Of<RevealView>(model with { Faults = Missing(model) }, StatusCodes.Status422UnprocessableEntity)
                : Page.Of<RevealView>(model);
        }

        try
        {
            RevealedFields revealed = await reveal.RunAsync(
                standing.Value, code, Request(form, model), cancellation);
            return Page.Of<RevealView>(model with { Values = Lines(revealed, customer, kinds) });
        }
        catch (RefusedException refused) when (refused.Refusal == CustomerRefusals.ManyReveals)
        {
            return Page.Of<RevealView>(model with { IsUnusual = true }, StatusCodes.Status429TooManyRequests);
        }
    }

    private static RevealModel Read(PageForm form, CustomerModel customer)
    {
        bool isSaid = form.Has("ask");
        string? purpose = isSaid ? form["purpose"] : customer.Recent?.Purpose;
        string? caseNumber = isSaid ? form["case"] : customer.Recent?.Case;
        (string? kind, long? version) = ReadVersion(form["version"]);
        return new RevealModel
        {
            Customer = customer,
            Chosen = kind is null ? form.All("field") : [kind],
            Version = version,
            Purpose = string.IsNullOrEmpty(purpose) ? null : purpose,
            Case = string.IsNullOrEmpty(caseNumber) ? null : caseNumber,
        };
    }

    /// <summary>A button of the history says which version of which field, in one value.</summary>
    private static (string? Kind, long? Version) ReadVersion(string untrustedText)
    {
        string[] parts = untrustedText.Split(':');
        bool isRead = parts.Length == 2 && long.TryParse(
            parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isRead ? (parts[0], long.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture)) : (null, null);
    }

    private static List<FieldFault> Missing(RevealModel model)
    {
        var faults = new List<FieldFault>();
        if (model.Chosen.Count == 0)
        {
            faults.Add(new FieldFault("field", "Choose at least one field."));
        }

        if (model.Purpose is null)
        {
            faults.Add(new FieldFault("purpose", "Say why, with one of the purposes."));
        }

        return faults;
    }

    private static RevealRequest Request(PageForm form, RevealModel model) => new()
    {
        Fields = model.Chosen,
        Version = model.Version,
        Purpose = model.Purpose,
        Case = model.Case,
        Confirmed = form.Has("confirmed"),
    };

    private static List<RevealedLine> Lines(RevealedFields revealed, CustomerModel customer, FieldKinds kinds) =>
    [
        .. revealed.Values.Select(value => new RevealedLine
        {
            Label = kinds.Find(value.Key)?.Label ?? value.Key,
            Masked = customer.Fields.FirstOrDefault(field => field.Kind == value.Key)?.Masked ?? "••••",
            Lines = RevealedLine.Read(value.Value),
        }),
    ];
}
