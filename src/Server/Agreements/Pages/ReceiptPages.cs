using System.Text.Json;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements.Pages;

/// <summary>Receipts: one's own as a page, and any that somebody holds to be checked.</summary>
internal static class ReceiptPages
{
    private const int Longest = 20_000;

    // Indented, because people look at it.
    private static readonly JsonSerializerOptions Indented = new(AgreementsJson.Default.Options) { WriteIndented = true };

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/agreement/receipts/{receipt:long}", ShowAsync).RequirePermission(Permission.LoggedIn);
        pages.MapGet("/agreement/verify", () => Page.Of<VerifyView>(new VerifyModel()))
            .RequirePermission(Permission.LoggedIn);
        pages.MapPost("/agreement/verify", VerifyAsync)
            .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);
    }

    private static async Task<IResult> ShowAsync(
        long receipt, ViewSignatures view, VerifyReceipt verify, Standing standing, CancellationToken cancellation)
    {
        ReceiptCard card = await view.OneAsync(standing, receipt, cancellation);
        return Page.Of<ReceiptView>(new ReceiptModel
        {
            Receipt = card,
            Json = JsonSerializer.Serialize(card, Indented.GetTypeInfo(typeof(ReceiptCard))),
            Checks = await verify.RunAsync(standing, card, cancellation),
        });
    }

    private static async Task<IResult> VerifyAsync(
        PageForm form, VerifyReceipt verify, Standing standing, CancellationToken cancellation)
    {
        string text = form["receipt"];
        ReceiptCard? receipt = Read(text);
        if (receipt is null)
        {
            return Page.Of<VerifyView>(
                new VerifyModel
                {
                    Receipt = text,
                    Faults = [new FieldFault("receipt", "The whole receipt, from the first brace to the last.")],
                },
                StatusCodes.Status422UnprocessableEntity);
        }

        return Page.Of<VerifyView>(new VerifyModel
        {
            Receipt = text,
            Checks = await verify.RunAsync(standing, receipt, cancellation),
        });
    }

    private static ReceiptCard? Read(string untrustedText)
    {
        try
        {
            return untrustedText.Length > Longest
                ? null
                : JsonSerializer.Deserialize(untrustedText, AgreementsJson.Default.ReceiptCard);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
