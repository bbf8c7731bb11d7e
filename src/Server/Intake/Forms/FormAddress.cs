using System.Globalization;
using System.Net;
using Strongroom.Server.Shell;

namespace Strongroom.Server.Intake.Forms;

/// <summary>Under which address the public finds a form, and what a web page holds to show it in a frame.</summary>
internal sealed class FormAddress(Settings settings)
{
    private static readonly string[] EveryAddress = ["0.0.0.0", "::", "[::]"];

    /// <summary>The port that the listener got where the settings leave it to the system; 0 while it is off.</summary>
    public int BoundPort { get; set; }

    public string Of(string slug) => Root() + "f/" + slug;

    /// <summary>HTML for the web page; the title stands there for those who hear the page.</summary>
    public static string Snippet(string url, string title) =>
        $"<iframe src=\"{url}\" title=\"{WebUtility.HtmlEncode(title)}\" width=\"100%\" height=\"900\"></iframe>";

    private string Root()
    {
        if (settings.IntakePublicUrl is { } known)
        {
            return known.ToString();
        }

        Uri bound = settings.IntakeUrls[0];
        string host = EveryAddress.Contains(bound.Host) ? settings.PublicUrl?.Host ?? "localhost" : bound.Host;
        int port = bound.Port == 0 ? BoundPort : bound.Port;
        return string.Create(CultureInfo.InvariantCulture, $"https://{host}:{port}/");
    }
}
