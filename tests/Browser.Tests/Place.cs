using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Strongroom.Browser.Tests;

/// <summary>An address of this machine under which passkeys work: a name, and a port that nobody listens on now.</summary>
internal sealed record Place(int Port)
{
    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"https://localhost:{Port}/"));

    /// <summary>What tells the server so.</summary>
    public string[] Settings =>
    [
        string.Create(CultureInfo.InvariantCulture, $"--Server:Urls=https://127.0.0.1:{Port}"),
        $"--Server:PublicUrl={Address.GetLeftPart(UriPartial.Authority)}",
    ];

    public static Place Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Place(((IPEndPoint)listener.LocalEndpoint).Port);
    }
}
