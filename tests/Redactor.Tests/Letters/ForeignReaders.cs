using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Strongroom.Redactor.Tests.Letters;

/// <summary>What other people's programs read in a PDF, each by the name of the reading.</summary>
internal static partial class ForeignReaders
{
    /// <summary>All readings of a file but those by eye.</summary>
    public static IReadOnlyList<ForeignReading> ReadAll(string file) =>
    [
        new("pdftotext", Run("pdftotext", file, "-")),
        new("pdftotext -raw", Run("pdftotext", "-raw", file, "-")),
        new("pdftotext -layout", Run("pdftotext", "-layout", file, "-")),
        new("pdfinfo", Run("pdfinfo", file)),
        new("mutool draw", Run("mutool", "draw", "-q", "-F", "txt", file)),
        new("mutool show", Run("mutool", "show", file, "grep")),
        new("qpdf --qdf", WithStrings(Run("qpdf", "--qdf", "--object-streams=disable", file, "-")), HasNoise: true),
        new("bytes", Encoding.Latin1.GetString(File.ReadAllBytes(file)), HasNoise: true),
        new("strings", Run("strings", "-a", "-n", "4", file), HasNoise: true),
    ];

    /// <summary>What can be read in the pictures of all pages.</summary>
    public static ForeignReading ReadPictures(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        Run("pdftoppm", "-gray", "-r", "200", file, Path.Combine(folder, "page"));
        var text = new StringBuilder();
        foreach (string page in Directory.EnumerateFiles(folder, "page*.pgm").Order(StringComparer.Ordinal))
        {
            text.AppendLine(Run("tesseract", page, "-", "--psm", "6"));
            File.Delete(page);
        }

        return new ForeignReading("tesseract", text.ToString());
    }

    /// <summary>Runs a program and gives back what it writes.</summary>
    public static string Run(string program, params string[] arguments) =>
        Encoding.UTF8.GetString(RunForBytes(program, out _, arguments));

    /// <summary>Runs a program and gives back what it writes.</summary>
    public static byte[] RunForBytes(string program, out int code, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var process = new Process { StartInfo = start };
        process.ErrorDataReceived += static (_, _) => { };
        process.Start();
        process.BeginErrorReadLine();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        code = process.ExitCode;
        return output.ToArray();
    }

    /// <summary>Strings in hexadecimal digits, read as bytes and as UTF-16, stand behind the text.</summary>
    private static string WithStrings(string unpacked)
    {
        var text = new StringBuilder(unpacked);
        foreach (Match match in HexString().Matches(unpacked))
        {
            byte[] bytes = Convert.FromHexString(match.Groups[1].ValueSpan);
            text.AppendLine().Append(Encoding.Latin1.GetString(bytes)).Append(' ').Append(Encoding.BigEndianUnicode.GetString(bytes));
        }

        return text.ToString();
    }

    [GeneratedRegex("<((?:[0-9A-Fa-f]{2})+)>")]
    private static partial Regex HexString();
}
