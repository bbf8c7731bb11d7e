using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Strongroom.Redactor.Tests.Letters;

/// <summary>What other people's programs read in a PDF, each by the name of the reading.</summary>
internal static partial class ForeignReaders
{
    /// <summary>All readings of a file but those by eye.</summary>
    public static IReadOnlyDictionary<string, string> ReadAll(string file) => new Dictionary<string, string>
    {
        ["pdftotext"] = Run("pdftotext", file, "-"),
        ["pdftotext -raw"] = Run("pdftotext", "-raw", file, "-"),
        ["pdftotext -layout"] = Run("pdftotext", "-layout", file, "-"),
        ["pdfinfo"] = Run("pdfinfo", file),
        ["mutool draw"] = Run("mutool", "draw", "-q", "-F", "txt", file),
        ["mutool show"] = Run("mutool", "show", file, "grep"),
        ["qpdf --qdf"] = WithStrings(Run("qpdf", "--qdf", "--object-streams=disable", file, "-")),
        ["bytes"] = Encoding.Latin1.GetString(File.ReadAllBytes(file)),
        ["strings"] = Run("strings", "-a", "-n", "4", file),
    };

    /// <summary>What can be read in the pictures of all pages.</summary>
    public static string ReadPictures(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        Run("pdftoppm", "-gray", "-r", "200", file, Path.Combine(folder, "page"));
        var text = new StringBuilder();
        foreach (string page in Directory.EnumerateFiles(folder, "page*.pgm").Order(StringComparer.Ordinal))
        {
            text.AppendLine(Run("tesseract", page, "-", "--psm", "6"));
            File.Delete(page);
        }

        return text.ToString();
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

    /// <summary>A text without what stands between letters and digits, in small letters.</summary>
    public static string Squeeze(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Whether a reading holds a value: a long one anywhere, a short one as a word.</summary>
    public static bool Holds(string reading, string value)
    {
        const int Long = 6;
        string squeezed = Squeeze(value);
        return squeezed.Length >= Long
            ? Squeeze(reading).Contains(squeezed, StringComparison.Ordinal)
            : Regex.IsMatch(reading, $@"\b{Regex.Escape(value)}\b", RegexOptions.CultureInvariant);
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
