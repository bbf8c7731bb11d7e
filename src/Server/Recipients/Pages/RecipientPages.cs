using System.Globalization;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients.Pages;

/// <summary>The pages of recipients: the list, a new one, one with its codes, resolving and revoking.</summary>
internal static class RecipientPages
{
    private const string DayFormat = "yyyy-MM-dd";

    // What an address may say was done; anything else says nothing.
    private static readonly string[] Deeds = ["created", "revoked"];

    public static void AddRecipientPages(this IServiceCollection services) => services
        .AddSingleton<CustomerCodesPages>()
        .AddSingleton<ExportPages>()
        .AddSingleton<ShowRecipient>();

    public static void MapRecipientPages(this RouteGroupBuilder pages)
    {
        CustomerCodesPages.Map(pages);
        RouteGroupBuilder recipients = pages.MapGroup("/recipients");
        MapNew(recipients);
        MapOne(recipients);
        MapRevoking(recipients);
        ExportPages.Map(recipients);
    }

    private static void MapNew(RouteGroupBuilder recipients)
    {
        recipients.MapGet("/", async (ListRecipients list, CancellationToken cancellation) =>
            Page.Of<RecipientListView>(await list.RunAsync(cancellation)))
            .RequirePermission(Permission.ViewRecipients);
        recipients.MapGet("/new", () => Page.Of<NewRecipientView>(new NewRecipientModel()))
            .RequirePermission(Permission.ManageRecipients);
        recipients.MapPost("/new", CreateAsync).RequirePermission(Permission.ManageRecipients);
    }

    private static void MapOne(RouteGroupBuilder recipients)
    {
        recipients.MapGet("/{id}", async (
            RecipientId id, string? done, CurrentStanding standing, ShowRecipient show,
            CancellationToken cancellation) =>
        {
            RecipientModel model = await show.RunAsync(standing.Value, id, cancellation);
            return Page.Of<RecipientView>(model with { Done = Deeds.Contains(done) ? done : null });
        }).RequirePermission(Permission.ViewRecipients);
        recipients.MapPost("/{id}/resolutions", ResolveAsync)
            .RequirePermission(Permission.ResolveRecipientCodes).RequireRateLimiting(RateLimits.LookUp);

        // Where somebody comes back to after logging in again in the middle of a press.
        recipients.MapGet("/{id}/resolutions", (RecipientId id) => Page.SeeOther($"/recipients/{id}"))
            .RequirePermission(Permission.ResolveRecipientCodes);
    }

    private static void MapRevoking(RouteGroupBuilder recipients)
    {
        recipients.MapGet("/{id}/revocation", async (
            RecipientId id, CurrentStanding standing, RevokeRecipient revoke, ListRecipients list,
            CancellationToken cancellation) =>
        {
            revoke.RequireStepUp(standing.Value);
            return Page.Of<RevokeView>(await list.FindAsync(standing.Value, id, cancellation));
        }).RequirePermission(Permission.ManageRecipients);
        recipients.MapPost("/{id}/revocation", async (
            RecipientId id, PageForm _, CurrentStanding standing, RevokeRecipient revoke,
            CancellationToken cancellation) =>
        {
            await revoke.RunAsync(standing.Value, id, cancellation);
            return Page.SeeOther($"/recipients/{id}?done=revoked");
        }).RequirePermission(Permission.ManageRecipients);
    }

    private static async Task<IResult> CreateAsync(
        PageForm form, CurrentStanding standing, CreateRecipient create, CancellationToken cancellation)
    {
        try
        {
            RecipientCard card = await create.RunAsync(standing.Value, Read(form), cancellation);
            return Page.SeeOther($"/recipients/{card.Id}?done=created");
        }
        catch (RefusedException refused) when (refused.Refusal.Kind is RefusalKind.Invalid or RefusalKind.Conflict)
        {
            return Page.Of<NewRecipientView>(
                new NewRecipientModel
                {
                    Name = form["name"],
                    Purpose = form["purpose"],
                    ExpiresOn = form["expiresAt"],
                    Faults = refused.Faults.Count > 0
                        ? refused.Faults : [new FieldFault("name", refused.Refusal.Sentence)],
                },
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>What was typed; what is no day lies in the past and is refused.</summary>
    private static RecipientRequest Read(PageForm form)
    {
        bool isDay = DateTimeOffset.TryParseExact(
            form["expiresAt"], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out DateTimeOffset day);
        return new RecipientRequest
        {
            Name = form["name"],
            Purpose = form["purpose"],
            ExpiresAt = form["expiresAt"].Length == 0 ? null : isDay ? day : DateTimeOffset.MinValue,
        };
    }

    private static async Task<IResult> ResolveAsync(
        RecipientId id, PageForm form, CurrentStanding standing, ResolveCode resolve, ShowRecipient show,
        CancellationToken cancellation)
    {
        try
        {
            ResolvedCode found = await resolve.RunAsync(standing.Value, id, form["recipientCode"], cancellation);
            return Page.SeeOther($"/customers/{found.Code}");
        }
        catch (RefusedException refused) when (refused.Refusal == RecipientRefusals.CodeNotFound
            || refused.Refusal == RecipientRefusals.Invalid)
        {
            RecipientModel model = await show.RunAsync(standing.Value, id, cancellation);
            return Page.Of<RecipientView>(
                model with
                {
                    TypedCode = form["recipientCode"],
                    CodeFault = refused.Faults.Count > 0 ? refused.Faults[0].Sentence : refused.Refusal.Sentence,
                },
                StatusCodes.Status422UnprocessableEntity);
        }
    }
}
