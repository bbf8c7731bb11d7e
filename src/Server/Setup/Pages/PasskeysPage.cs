using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>Step 4, second part: a passkey, and a second one.</summary>
internal static class PasskeysPage
{
    public static void Map(RouteGroupBuilder steps)
    {
        steps.MapGet("/passkeys", (
            CurrentDraft current, OfferPasskeys offer, HttpRequest request, CancellationToken cancellation) =>
            ShowAsync(current.Value, offer, request, string.Empty, [], cancellation)).IsStep(SetupStep.Passkeys);
        steps.MapPost("/passkeys", (
            CurrentDraft current, PageForm form, OfferPasskeys offer, HttpRequest request,
            CancellationToken cancellation) => form["credential"].Length > 0
                ? AddAsync(current.Value, form, offer, request, cancellation)
                : GoOnAsync(current.Value, form, offer, request, cancellation))
            .IsStep(SetupStep.Passkeys).RequireRateLimiting(RateLimits.LogIn);
    }

    private static async Task<IResult> AddAsync(
        SetupDraft draft, PageForm form, OfferPasskeys offer, HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            await offer.AddAsync(draft, form["ceremony"], form["name"], form["credential"], cancellation);
            return Page.SeeOther("/setup/passkeys");
        }
        catch (RefusedException refused) when (refused.Refusal.Kind != RefusalKind.NotReady)
        {
            IReadOnlyList<FieldFault> faults = refused.Faults.Count > 0
                ? refused.Faults
                : [new FieldFault("name", refused.Refusal.Sentence)];
            return await ShowAsync(draft, offer, request, string.Empty, faults, cancellation);
        }
    }

    private static async Task<IResult> GoOnAsync(
        SetupDraft draft, PageForm form, OfferPasskeys offer, HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            OfferPasskeys.GoOn(draft, form["reason"]);
            return Page.SeeOther(SetupPages.PathOf(draft.Next));
        }
        catch (RefusedException refused) when (refused.Faults.Count > 0)
        {
            return await ShowAsync(draft, offer, request, form["reason"], refused.Faults, cancellation);
        }
    }

    private static async Task<IResult> ShowAsync(
        SetupDraft draft, OfferPasskeys offer, HttpRequest request, string reason, IReadOnlyList<FieldFault> faults,
        CancellationToken cancellation)
    {
        PasskeyOptionsCard card = await offer.BeginAsync(draft, cancellation);
        string host = draft.Address!.PublicUrl.Authority;
        return Page.Of<PasskeysView>(
            new PasskeysModel
            {
                Names = [.. draft.Owner!.Passkeys.Select(passkey => passkey.Name)],
                Ceremony = card.Ceremony,
                Options = card.Options.GetRawText().Replace("<", "\\u003c", StringComparison.Ordinal), // it stands in a script block
                OtherHost = string.Equals(host, request.Host.Value, StringComparison.OrdinalIgnoreCase) ? null : host,
                Reason = reason,
                Faults = faults,
            },
            faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
