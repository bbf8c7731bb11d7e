using System.Diagnostics;

namespace Strongroom.Server.Tests.Redaction;

/// <summary>What a foreign program reads in a PDF.</summary>
internal static class PdfText
{
    /// <summary>The words, by <c>pdftotext</c>.</summary>
    public static Task<string> ReadAsync(byte[] pdf) => RunAsync(pdf, "pdftotext", file => ["-raw", file, "-"]);

    /// <summary>All objects with their streams unpacked, by <c>qpdf</c>.</summary>
    public static Task<string> UnpackAsync(byte[] pdf) =>
        RunAsync(pdf, "qpdf", file => ["--qdf", "--object-streams=disable", file, "-"]);

    private static async Task<string> RunAsync(byte[] pdf, string program, Func<string, string[]> arguments)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments(file)) { RedirectStandardOutput = true })!;
            string text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
