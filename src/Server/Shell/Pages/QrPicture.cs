using System.Globalization;
using System.Text;
using QRCoder;

namespace Strongroom.Server.Shell.Pages;

/// <summary>
/// A text as a QR picture, as the path of an SVG: a customer's code on a label, the secret of an authenticator. Pure.
/// </summary>
/// <param name="Path">One square a dark module; the field has <paramref name="Size"/> units a side.</param>
/// <param name="Size">Modules a side, the quiet zone included.</param>
internal sealed record QrPicture(string Path, int Size)
{
    public override string ToString() => nameof(QrPicture);

    /// <summary>
    /// For paper: a quarter of the modules may be spoiled (level Q), because labels are torn and written upon.
    /// </summary>
    public static QrPicture OnPaper(string text) => Of(text, QRCodeGenerator.ECCLevel.Q);

    /// <summary>For a screen, where little has to be spare (level M).</summary>
    public static QrPicture OnScreen(string text) => Of(text, QRCodeGenerator.ECCLevel.M);

    private static QrPicture Of(string text, QRCodeGenerator.ECCLevel level)
    {
        using var generator = new QRCodeGenerator();
        using QRCodeData picture = generator.CreateQrCode(text, level);
        var path = new StringBuilder();
        for (int y = 0; y < picture.ModuleMatrix.Count; y++)
        {
            for (int x = 0; x < picture.ModuleMatrix[y].Length; x++)
            {
                if (picture.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrPicture(path.ToString(), picture.ModuleMatrix.Count);
    }
}
