using System.Globalization;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements.Pages;

/// <summary>Reading and signing the agreement; everything but the passkey works without script.</summary>
internal static class AgreementPages
{
    private const string Code = "code";
    private const string Name = "name";
    private const string Intent = "intent";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/agreement", async (
            string? done, AgreementModels models, Standing standing, CancellationToken cancellation) =>
                Page.Of<AgreementView>(
                    (await models.OfAsync(standing, cancellation)) with { HasDeclined = done is "declined" }))
            .RequirePermission(Permission.LoggedIn);
        pages.MapPost("/agreement", async (
            PageForm form, SignAgreement sign, DeclineAgreement decline, AgreementModels models, Standing standing,
            CancellationToken cancellation) => form.Has("decline")
                ? await DeclineAsync(form, decline, standing, cancellation)
                : await AcceptAsync(form, sign, models, standing, cancellation))
            .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);
    }

    private static async Task<IResult> DeclineAsync(
        PageForm form, DeclineAgreement decline, Standing standing, CancellationToken cancellation)
    {
        await decline.RunAsync(standing, ReadId(form), cancellation);
        return Page.SeeOther("/agreement?done=declined");
    }

    private static async Task<IResult> AcceptAsync(
        PageForm form, SignAgreement sign, AgreementModels models, Standing standing, CancellationToken cancellation)
    {
        try
        {
            // The page always asks for a code: whoever logged in by passkey has given no second factor.
            var request = new SignRequest(
                form[Name], form.Has(Intent), new PersonalText(form[Code]), Shown: true);
            ReceiptCard card = await sign.RunAsync(standing, ReadId(form), request, cancellation);
            return Page.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/agreement/receipts/{card.Receipt}"));
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.Invalid)
        {
            AgreementModel model = await models.OfAsync(standing, cancellation);
            return Page.Of<AgreementView>(
                model with { Name = form[Name], Intent = form.Has(Intent), Faults = refused.Faults },
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static AgreementId ReadId(PageForm form) =>
        AgreementId.TryParse(form["agreement"], null, out AgreementId? id)
            ? id
            : throw new RefusedException(AgreementRefusals.NotFound);
}
