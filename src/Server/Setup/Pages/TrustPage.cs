using System.Security.Cryptography.X509Certificates;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>
/// The authority's certificate and how to trust it, for everybody and in every state: who cannot connect well cannot
/// log in either, and a certificate is no secret.
/// </summary>
internal static class TrustPage
{
    private const string PemType = "application/x-pem-file";

    public static void MapTrustPages(this RouteGroupBuilder pages)
    {
        InstallationState[] always = Enum.GetValues<InstallationState>();
        pages.MapGet("/trust", (Settings settings, ServerCertificate certificate) => Page.Of<TrustView>(new TrustModel
        {
            Authority = settings.TlsMode == TlsMode.Local ? Fingerprint(settings) : null,
            Server = certificate.Fingerprint,
        })).RequirePermission(Permission.Anyone).AnswersWhile(always);
        pages.MapGet("/trust/authority.pem", async (Settings settings, CancellationToken cancellation) =>
            settings.TlsMode == TlsMode.Local
                ? TypedResults.Bytes(
                    await File.ReadAllBytesAsync(
                        LocalAuthority.AuthorityFile(settings.CredentialsPath), cancellation), PemType)
                : throw new RefusedException(ShellRefusals.NotFound))
            .RequirePermission(Permission.Anyone).AnswersWhile(always);
    }

    private static string Fingerprint(Settings settings)
    {
        using var authority = X509Certificate2.CreateFromPem(
            File.ReadAllText(LocalAuthority.AuthorityFile(settings.CredentialsPath)));
        return ServerCertificate.FingerprintOf(authority);
    }
}
