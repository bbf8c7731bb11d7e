using System.Security.Cryptography;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>Step 3: the address that people will type, and where its certificate comes from.</summary>
internal sealed class ChooseAddress(
    ChosenSettings chosen, Settings settings, PublishedHost host, DataFolder data, TimeProvider time)
{
    /// <summary>
    /// Takes the choice into the draft. Our own authority vouches for the host from now on, so that the page can be
    /// opened there at once; everything else takes effect with the claim.
    /// </summary>
    /// <exception cref="RefusedException">Something does not fit; every fault is named.</exception>
    public void Run(SetupDraft draft, AddressInput input)
    {
        AddressChoice choice = Read(input);
        host.Use(choice.PublicUrl);
        draft.Address = choice;
    }

    private AddressChoice Read(AddressInput input)
    {
        var faults = new List<FieldFault>();
        Uri? url = chosen.IsLocked("Server:PublicUrl") ? settings.PublicUrl : PasskeyHost.TryRead(input.Host);
        if (url is null)
        {
            faults.Add(new FieldFault("host", "A host name such as strongroom.example.org, with a port if it has one."));
        }

        AddressChoice choice = ReadTls(input, url, faults);
        return faults.Count == 0 ? choice : throw new RefusedException(SetupRefusals.Invalid, faults);
    }

    private AddressChoice ReadTls(AddressInput input, Uri? url, List<FieldFault> faults)
    {
        bool isLocked = chosen.IsLocked("Tls:Mode");
        TlsMode mode = isLocked ? settings.TlsMode : Mode(input.Tls, faults);
        if (isLocked || mode != TlsMode.Files)
        {
            return new AddressChoice { PublicUrl = url!, TlsMode = mode };
        }

        if (CheckFiles(input, url) is { } fault)
        {
            faults.Add(fault);
        }

        return new AddressChoice
        {
            PublicUrl = url!,
            TlsMode = mode,
            CertificateFile = input.CertificateFile,
            KeyFile = input.KeyFile,
        };
    }

    private static TlsMode Mode(string untrustedMode, List<FieldFault> faults)
    {
        switch (untrustedMode)
        {
            case "local":
                return TlsMode.Local;
            case "files":
                return TlsMode.Files;
            default:
                faults.Add(new FieldFault(
                    "tls", "Choose one. A proxy is set where the server is started, as the text beside it says."));
                return TlsMode.None;
        }
    }

    private FieldFault? CheckFiles(AddressInput input, Uri? url)
    {
        if (!Path.IsPathFullyQualified(input.CertificateFile) || !Path.IsPathFullyQualified(input.KeyFile))
        {
            return new FieldFault("certificateFile", "Both files with their whole path, as this machine names them.");
        }

        string root = Path.TrimEndingDirectorySeparator(data.Root) + Path.DirectorySeparatorChar;
        if (Path.GetFullPath(input.KeyFile).StartsWith(root, StringComparison.Ordinal))
        {
            return new FieldFault("keyFile", "The key lies inside the data folder. Keep secrets and data apart.");
        }

        try
        {
            return Judge(CertificatePair.Read(input.CertificateFile, input.KeyFile), url);
        }
        catch (Exception unusable) when (
            unusable is IOException or CryptographicException or UnauthorizedAccessException)
        {
            return new FieldFault(
                "certificateFile",
                "The server cannot read a certificate and the key that belongs to it there: two PEM files, readable by its account.");
        }
    }

    private FieldFault? Judge(CertificatePair pair, Uri? url)
    {
        if (pair.Leaf.NotAfter.ToUniversalTime() <= time.GetUtcNow().UtcDateTime)
        {
            return new FieldFault("certificateFile", "The certificate has ended. Renew it first.");
        }

        return url is null || pair.Leaf.MatchesHostname(url.IdnHost, allowWildcards: true, allowCommonName: false)
            ? null
            : new FieldFault("certificateFile", "The certificate does not name the host above, so browsers would refuse it.");
    }
}
