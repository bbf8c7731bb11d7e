using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>
/// Checks a receipt that somebody holds against all that is kept: the text, the hash, the signature's row, the
/// passkey's assertion, the log. Signers check their own; others need to see staff.
/// </summary>
internal sealed class VerifyReceipt(RegistryDb db, CheckSignature signatures, ReadLog log)
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/agreements/verifications", async (
            ReceiptCard receipt, VerifyReceipt verify, Standing standing, CancellationToken cancellation) =>
                TypedResults.Ok(await verify.RunAsync(standing, receipt, cancellation)))
        .RequirePermission(Permission.LoggedIn).RequireRateLimiting(RateLimits.LogIn);

    public async Task<ReceiptChecks> RunAsync(
        Standing standing, ReceiptCard untrustedReceipt, CancellationToken cancellation)
    {
        AgreementRow agreement = await FindAsync(standing, untrustedReceipt, cancellation)
            ?? throw new RefusedException(AgreementRefusals.NotFound);
        List<ReceiptCheck> checks =
        [
            Text(agreement, untrustedReceipt), Hash(agreement, untrustedReceipt),
            await RecordAsync(agreement, untrustedReceipt, cancellation),
        ];
        if (untrustedReceipt.Method == SignatureRow.Passkey)
        {
            checks.Add(await PasskeyAsync(untrustedReceipt, cancellation));
        }

        checks.Add(await LogAsync(untrustedReceipt, cancellation));
        return new ReceiptChecks(checks.TrueForAll(check => check.Holds), checks);
    }

    private async Task<AgreementRow?> FindAsync(
        Standing standing, ReceiptCard untrustedReceipt, CancellationToken cancellation)
    {
        bool maySee = untrustedReceipt.Signer == standing.Actor.ToString()
            || standing.Permissions.Contains(Permission.ViewStaff);
        return maySee && AgreementId.TryParse(untrustedReceipt.Agreement, null, out AgreementId? id)
            ? await db.Set<AgreementRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation)
            : null;
    }

    private async Task<ReceiptCheck> RecordAsync(
        AgreementRow agreement, ReceiptCard untrustedReceipt, CancellationToken cancellation)
    {
        SignatureRow? row = await db.Set<SignatureRow>().AsNoTracking().SingleOrDefaultAsync(
            signature => signature.Receipt == untrustedReceipt.Receipt && signature.Agreement == agreement.Id,
            cancellation);
        bool isKept = row is not null && ReceiptCard.Of(row, agreement) == untrustedReceipt;
        return new ReceiptCheck("record", isKept, isKept
            ? "It is the receipt that was given, in every part."
            : "This server gave no such receipt, or another one under this number.");
    }

    private static ReceiptCheck Text(AgreementRow agreement, ReceiptCard receipt)
    {
        string hash = Convert.ToHexStringLower(CanonicalText.Hash(agreement.Text));
        bool holds = receipt.TextSha256 == hash && receipt.Version == agreement.Version;
        return new ReceiptCheck("text", holds, holds
            ? "The text kept here is the text that the receipt names."
            : "The text kept here is not the text that the receipt names.");
    }

    private static ReceiptCheck Hash(AgreementRow agreement, ReceiptCard receipt)
    {
        bool holds = StaffId.TryParse(receipt.Signer, null, out StaffId? signer)
            && HexText.TryRead(receipt.Nonce, out byte[]? nonce)
            && receipt.Hash == Convert.ToHexStringLower(
                AgreementHash.Of(agreement.Id, agreement.Version, agreement.Text, signer, nonce));
        return new ReceiptCheck("hash", holds, holds
            ? "The hash was made of this text, this version, this signer and this nonce."
            : "The hash was made of something else.");
    }

    private async Task<ReceiptCheck> PasskeyAsync(ReceiptCard receipt, CancellationToken cancellation)
    {
        bool holds = await signatures.HoldsAsync(receipt, cancellation);
        return new ReceiptCheck("passkey", holds, holds
            ? "The passkey that the receipt names signed this hash, after it had verified its holder."
            : "The passkey's signature does not fit this hash.");
    }

    private async Task<ReceiptCheck> LogAsync(ReceiptCard receipt, CancellationToken cancellation)
    {
        EntryList page = await log.EntriesAsync(receipt.Entry, 1, cancellation);
        ListedEntry? entry = page.Items.SingleOrDefault(item => item.Sequence == receipt.Entry);
        bool holds = entry is { Act: "AgreementSigned", Body: { } body } && entry.Actor == receipt.Signer
            && body.GetValueOrDefault("hash") == receipt.Hash && body.GetValueOrDefault("method") == receipt.Method;
        return new ReceiptCheck("log", holds, holds
            ? "The log's entry of that number says the same, and the log cannot be changed unseen."
            : "The log's entry of that number does not say this.");
    }
}
