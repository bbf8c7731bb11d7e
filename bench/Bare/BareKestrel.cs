using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Strongroom.Bare;

/// <summary>A Kestrel that answers every request over TLS with the same bytes, as many as a reveal has.</summary>
internal static class BareKestrel
{
    private static readonly byte[] Answer = Encoding.UTF8.GetBytes(
        """{"code":"7Q4M-2KTD-9RWX-JV","fields":[{"field":"full-name","value":"Ada Example 1234"},{"field":"email","value":"ada.1234@example.org"}],"entry":123456,"hideAfterSeconds":60}""");

    public static async Task RunAsync(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.Listen(
            IPAddress.Loopback, port, listen => listen.UseHttps(Certificate())));
        WebApplication app = builder.Build();
        app.Run(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.Body.WriteAsync(Answer, context.RequestAborted);
        });
        await app.StartAsync();
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
    }

    /// <summary>ECDSA P-256, as the product's own.</summary>
    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
