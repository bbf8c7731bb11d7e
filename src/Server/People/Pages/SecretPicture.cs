using System.Globalization;
using System.Text;
using QRCoder;

namespace Strongroom.Server.People.Pages;

/// <summary>The secret of an authenticator as a QR picture: the path of an SVG. Pure.</summary>
/// <param name="Path">One square a dark module; the field has <paramref name="Size"/> units a side.</param>
/// <param name="Size">Modules a side, the quiet zone included.</param>
internal sealed record SecretPicture(string Path, int Size)
{
    public override string ToString() => nameof(SecretPicture);

    /// <summary>Draws an <c>otpauth://</c> address; it is read from a screen, so little of it needs to be spare.</summary>
    public static SecretPicture Of(string uri)
    {
        using var generator = new QRCodeGenerator();
        using QRCodeData picture = generator.CreateQrCode(uri, QRCodeGenerator.ECCLevel.M);
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

        return new SecretPicture(path.ToString(), picture.ModuleMatrix.Count);
    }
}
