using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>
/// Puts the address that people will type to work before the claim, in memory: passkeys are bound to it, and our own
/// certificate names it.
/// </summary>
internal sealed class PublishedHost(Settings settings, ChosenSettings chosen, ServerCertificate certificate)
{
    public void Use(Uri url)
    {
        var address = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Server:PublicUrl"] = url.GetLeftPart(UriPartial.Authority),
        };
        if (!chosen.TryTake(address, out _))
        {
            throw new RefusedException(ShellRefusals.ChosenUnusable);
        }

        if (settings.TlsMode == TlsMode.Local)
        {
            certificate.AlsoFor(url.IdnHost.Trim('[', ']'));
        }
    }
}
