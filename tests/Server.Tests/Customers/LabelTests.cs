using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Strongroom.Server.Tests.Customers;

public sealed partial class LabelTests
{
    private const int ModulePixels = 8;

    [Fact]
    public async Task A_reader_reads_the_code_and_nothing_else_from_the_picture_of_a_label()
    {
        await using Clinic clinic = await Clinic.OpenAsync();
        string code = await clinic.RegisterAsync(new Dictionary<string, object> { ["full-name"] = "Ada Example" });
        using var browsing = new Browsing(clinic.Server, clinic.Token);
        Answer page = await browsing.GetAsync($"/customers/{code}/label");
        string file = Path.Combine(clinic.Server.Folder, "label.pgm");
        await File.WriteAllBytesAsync(file, Draw(page.Body), TestContext.Current.CancellationToken);

        string read = await ReadAsync(file);

        Assert.Equal(code, read);
        Assert.DoesNotContain("A… E…", System.Net.WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
    }

    /// <summary>The squares of the path as a grey picture: the path is all that a browser fills.</summary>
    private static byte[] Draw(string page)
    {
        int size = int.Parse(Field().Match(page).Groups[1].Value, null);
        int side = size * ModulePixels;
        byte[] pixels = new byte[side * side];
        Array.Fill(pixels, (byte)255);
        foreach (Match square in Square().Matches(page))
        {
            int left = int.Parse(square.Groups[1].Value, null) * ModulePixels;
            int top = int.Parse(square.Groups[2].Value, null) * ModulePixels;
            for (int y = top; y < top + ModulePixels; y++)
            {
                pixels.AsSpan((y * side) + left, ModulePixels).Clear();
            }
        }

        return [.. System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($"P5\n{side} {side}\n255\n")), .. pixels];
    }

    private static async Task<string> ReadAsync(string file)
    {
        using var reader = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", file])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        string text = await reader.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await reader.WaitForExitAsync(TestContext.Current.CancellationToken);
        return text.TrimEnd('\n');
    }

    [GeneratedRegex("viewBox=\"0 0 ([0-9]+) [0-9]+\" width=\"160\"")]
    private static partial Regex Field();

    [GeneratedRegex("M([0-9]+) ([0-9]+)h1v1h-1z")]
    private static partial Regex Square();
}
