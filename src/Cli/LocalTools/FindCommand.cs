using System.CommandLine;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary><c>strongroom find [FILE…|-]</c>: finds identifying information in plain text and PDF. Prints
/// places, never values.</summary>
internal static class FindCommand
{
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
        return new Verb("find", "Finds identifying information in plain text and PDF; prints places, never values.",
            "strongroom find letter.txt --fail-on-found")
        {
            files,
            jsonl,
            json,
            failOnFound,
            Unsandboxed.Option,
        }.Does(async (parsed, cancellation) =>
        {
            string[] named = parsed.GetValue(files) is { Length: > 0 } some ? some : ["-"];
            var reader = new FindInFile(new RedactorLauncher(parsed.GetValue(Unsandboxed.Option)));
            (int code, int found) = await RunAsync(
                named, parsed.GetValue(jsonl), parsed.GetValue(json), reader, cancellation);
            return code == ExitCodes.Done && parsed.GetValue(failOnFound) && found > 0 ? ExitCodes.Found : code;
        });
    }

    private static async Task<(int Code, int Found)> RunAsync(
        string[] files, bool areLines, bool asJson, FindInFile reader, CancellationToken cancellation)
    {
        if (Array.Exists(files, file => !IsInput(file) && !File.Exists(file)))
        {
            return (Outcome.Say(
                ExitCodes.NotFound, "there is no such file", "check the path; - reads standard input"), 0);
        }

        return areLines
            ? await FindInLines.RunAsync(files.Select(Open), cancellation)
            : await FindInFilesAsync(files, asJson, reader, cancellation);
    }

    private static async Task<(int Code, int Found)> FindInFilesAsync(
        string[] files, bool asJson, FindInFile reader, CancellationToken cancellation)
    {
        var reports = new List<(string File, FoundAnswer Found)>();
        foreach (string file in files)
        {
            await using Stream stream = Open(file);
            RedactorAnswer answer = await reader.RunAsync(stream, Path.GetExtension(file), cancellation);
            if (answer is not FoundAnswer found)
            {
                Refusal refusal = PaperRefusals.FromCode((answer as RefusedAnswer)?.Code ?? PaperRefusals.Failed.Code);
                return (Outcome.Say(ExitCodes.DocumentRefused, refusal.Code, refusal.Sentence), 0);
            }

            reports.Add((file, found));
        }

        if (asJson)
        {
            await FindingsJson.WriteAsync(reports);
        }
        else
        {
            reports.ForEach(report => Print(report.File, report.Found));
        }

        return (ExitCodes.Done, reports.Sum(report => report.Found.Findings.Count));
    }

    private static void Print(string file, FoundAnswer found)
    {
        var places = new DocumentPlaces(found.Text);
        foreach (Finding finding in found.Findings)
        {
            string place = finding.Area is null
                ? places.Of(finding.Segment, finding.Start)
                : places.OfPage(finding.Segment);
            Terminal.Out.WriteLine($"{file}: {place}: {finding.Kind} ({finding.Likelihood} of 5: {finding.Reason})");
        }
    }

    private static bool IsInput(string file) => string.Equals(file, "-", StringComparison.Ordinal);

    private static Stream Open(string file) => IsInput(file) ? Terminal.OpenInput() : File.OpenRead(file);
}
