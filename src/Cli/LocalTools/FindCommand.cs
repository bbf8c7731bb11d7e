using System.CommandLine;
using System.Text;
using Strongroom.Recognition;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary><c>strongroom find [FILE…|-]</c>: finds identifying information in plain text. Prints places, never
/// values.</summary>
internal static class FindCommand
{
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Verb Declare()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "files, or - for standard input",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var jsonl = new Option<bool>("--jsonl")
        {
            Description = "read one {\"id\",\"text\"} a line, write one {\"id\",\"findings\"} a line",
        };
        var json = new Option<bool>("--json") { Description = "print one JSON object" };
        var failOnFound = new Option<bool>("--fail-on-found") { Description = "exit with 9 when something is found" };
        return new Verb("find", "Finds identifying information in plain text; prints places, never values.",
            "strongroom find letter.txt --fail-on-found")
        {
            files,
            jsonl,
            json,
            failOnFound,
        }.Does((parsed, cancellation) => RunAsync(
            parsed.GetValue(files) is { Length: > 0 } named ? named : ["-"],
            parsed.GetValue(jsonl), parsed.GetValue(json), parsed.GetValue(failOnFound), cancellation));
    }

    private static async Task<int> RunAsync(
        string[] files, bool areLines, bool asJson, bool failOnFound, CancellationToken cancellation)
    {
        if (Array.Exists(files, file => !IsInput(file) && !File.Exists(file)))
        {
            return Outcome.Say(ExitCodes.NotFound, "there is no such file", "check the path; - reads standard input");
        }

        (int code, int found) = areLines
            ? await FindInLines.RunAsync(files.Select(Open), cancellation)
            : await FindInFilesAsync(files, asJson, cancellation);
        return code == ExitCodes.Done && failOnFound && found > 0 ? ExitCodes.Found : code;
    }

    private static async Task<(int Code, int Found)> FindInFilesAsync(
        string[] files, bool asJson, CancellationToken cancellation)
    {
        var reports = new List<(string File, string Text, IReadOnlyList<Finding> Findings)>();
        foreach (string file in files)
        {
            await using Stream stream = Open(file);
            string? text = await ReadAsync(stream, cancellation);
            if (text is null)
            {
                return (Outcome.Say(ExitCodes.DocumentRefused, PaperRefusals.EncodingUnknown.Code,
                    PaperRefusals.EncodingUnknown.Sentence), 0);
            }

            reports.Add((file, text, PatternFinder.Find(text)));
        }

        if (asJson)
        {
            await FindingsJson.WriteAsync(reports.Select(report => (report.File, report.Findings)));
        }
        else
        {
            reports.ForEach(report => Print(report.File, report.Text, report.Findings));
        }

        return (ExitCodes.Done, reports.Sum(report => report.Findings.Count));
    }

    private static void Print(string file, string text, IReadOnlyList<Finding> findings)
    {
        var places = new DocumentPlaces(DocumentText.Plain(text));
        foreach (Finding finding in findings)
        {
            string place = places.Of(finding.Segment, finding.Start);
            Terminal.Out.WriteLine($"{file}: {place}: {finding.Kind} ({finding.Likelihood} of 5: {finding.Reason})");
        }
    }

    private static async Task<string?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellation);
        ReadOnlyMemory<byte> bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        bool hasMark = bytes.Span.StartsWith(Encoding.UTF8.Preamble);
        return System.Text.Unicode.Utf8.IsValid(bytes.Span) ? Strict.GetString(bytes.Span[(hasMark ? 3 : 0)..]) : null;
    }

    private static bool IsInput(string file) => string.Equals(file, "-", StringComparison.Ordinal);

    private static Stream Open(string file) => IsInput(file) ? Terminal.OpenInput() : File.OpenRead(file);
}
