using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Strongroom.Cli.Doctor;

/// <summary>Looks at the certificate that the server makes itself.</summary>
internal static class CertificateCheck
{
    private const string Name = "certificate";
    private const int SoonDays = 14;

    public static Check Run(Surroundings surroundings, TimeProvider time)
    {
        string file = Path.Combine(surroundings.CredentialsPath, "server.pem");
        if (!File.Exists(file))
        {
            return Check.Warning(Name, "there is none yet; the first start makes it");
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(file));
            double left = (certificate.NotAfter.ToUniversalTime() - time.GetUtcNow().UtcDateTime).TotalDays;
            string until = "valid until " + certificate.NotAfter.ToUniversalTime().ToString(
                "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return left <= 0 ? Check.Bad(Name, "over; start the server again, it makes a new one")
                : left < SoonDays ? Check.Warning(Name, until + "; start the server again, it makes a new one")
                    : Check.Good(Name, until);
        }
        catch (CryptographicException)
        {
            return Check.Bad(Name, "server.pem cannot be read; remove it and start the server again");
        }
        catch (UnauthorizedAccessException)
        {
            return Check.Warning(Name, "this account may not read it");
        }
    }
}
