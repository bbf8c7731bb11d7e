using Strongroom.Server.Shell;

namespace Strongroom.Server.Setup;

/// <summary>Puts the address that people will type to work before the claim: for passkeys and for our own certificate.</summary>
internal sealed class PublishedHost(Settings settings, PublicAddress address, ServerCertificate certificate)
{
    public void Use(Uri url)
    {
        address.Url = url;
        if (settings.TlsMode == TlsMode.Local)
        {
            certificate.AlsoFor(url.IdnHost.Trim('[', ']'));
        }
    }
}
