using System.Globalization;
using System.Net;
using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Keys;
using Strongroom.Server.Setup;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.KeyHolders;

/// <summary>
/// A key holder presents a share under the code, or off its sheet. When enough lie on the desk and the installation is
/// sealed, it opens; while it is open they wait for what needs the unseal key, such as a compartment that is closed.
/// Tries are limited an address, never a holder, so that nobody can keep a holder from opening.
/// </summary>
internal sealed class PresentShare(ShareDesk desk, UnsealKeys unsealKeys, OpenSealed open, Readiness readiness)
{
    private static readonly FieldFault NoSuchSheet =
        new("lines", "These lines do not belong to one sheet. A share has seven, a recovery sheet four.");

    public static void Map(RouteGroupBuilder keys)
    {
        keys.MapGet("/opening", (PresentShare present) => TypedResults.Ok(present.State()))
            .RequirePermission(Permission.Anyone)
            .AnswersWhile(InstallationState.Sealed, InstallationState.Open);
        keys.MapPost("/opening/shares", async (
            PresentRequest request, HttpContext http, PresentShare present, CancellationToken cancellation) =>
            TypedResults.Ok(await present.RunAsync(request, http.Connection.RemoteIpAddress, cancellation)))
            .RequirePermission(Permission.Anyone).RequireRateLimiting(RateLimits.LogIn)
            .AnswersWhile(InstallationState.Sealed, InstallationState.Open);
    }

    public OpeningState State()
    {
        ShareRecord? record = desk.ReadRecord();
        return new OpeningState(
            readiness.State == InstallationState.Open ? "open" : "sealed", record?.Needed ?? 0,
            record?.Holders.Count ?? 0, desk.Presented(), unsealKeys.IsUnattended);
    }

    /// <exception cref="RefusedException">
    /// Something does not fit; it is said what, and what others have presented is not lost.
    /// </exception>
    public async Task<OpeningState> RunAsync(
        PresentRequest request, IPAddress? from, CancellationToken cancellation)
    {
        string by;
        if (request.Lines is { Count: RecoverySheet.LineCount } lines)
        {
            desk.Take(ReadSheet(lines));
            by = "recovery sheet";
        }
        else
        {
            desk.Take(await ReadShareAsync(request, from, cancellation));
            by = "key holders " + string.Join(
                ", ", desk.Presented().Select(number => number.ToString(CultureInfo.InvariantCulture)));
        }

        if (readiness.State == InstallationState.Sealed && desk.IsComplete
            && await open.RunAsync(AuditAct.Opened, by, cancellation) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        return State();
    }

    private async Task<KeyShare> ReadShareAsync(
        PresentRequest request, IPAddress? from, CancellationToken cancellation)
    {
        if (request.Lines is { } lines)
        {
            return ShareSheet.TryRead([.. lines.Select(line => line.Reveal())], out KeyShare? share)
                ? share
                : throw new RefusedException(SetupRefusals.Invalid, NoSuchSheet);
        }

        if (request.Number is not { } number || request.Code is not { } typed
            || !NumberedCode.TryRead(typed.Reveal(), out SecretBytes? code))
        {
            throw new RefusedException(SetupRefusals.Invalid, new FieldFault(
                "code", "A code has 22 digits; its last two check the rest. There is a slip in this one."));
        }

        using (code)
        {
            return await desk.OpenAsync(number, code, from?.ToString() ?? string.Empty, cancellation);
        }
    }

    private static SecretBytes ReadSheet(IReadOnlyList<PersonalText> lines) =>
        RecoverySheet.TryRead([.. lines.Select(line => line.Reveal())], out SecretBytes? key)
            ? key
            : throw new RefusedException(SetupRefusals.Invalid, NoSuchSheet);
}
