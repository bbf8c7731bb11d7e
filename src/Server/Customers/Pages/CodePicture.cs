using System.Globalization;
using System.Text;
using QRCoder;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>A customer's code as a QR picture: the code and nothing else, as the path of an SVG. Pure.</summary>
/// <param name="Path">One square a dark module; the field has <paramref name="Size"/> units a side.</param>
/// <param name="Size">Modules a side, the quiet zone included.</param>
internal sealed record CodePicture(string Path, int Size)
{
    /// <summary>
    /// Draws the code. A quarter of the modules may be spoiled (level Q): labels are torn and written upon.
    /// </summary>
    public static CodePicture Of(CustomerCode code)
    {
        using var generator = new QRCodeGenerator();
        using QRCodeData picture = generator.CreateQrCode(code.ToString(), QRCodeGenerator.ECCLevel.Q);
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

        return new CodePicture(path.ToString(), picture.ModuleMatrix.Count);
    }
}
