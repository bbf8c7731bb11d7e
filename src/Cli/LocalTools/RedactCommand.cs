using System.CommandLine;
using System.Globalization;
using System.Text;
using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary>
/// <c>strongroom redact IN -o OUT</c>: blacks out a document, or all of a folder, and proves each. No OUT without a
/// proof that holds.
/// </summary>
internal static class RedactCommand
{
    public static Verb Declare()
    {
        var input = new Argument<string>("IN")
        {
            Description = "the document: .pdf, .txt or .csv; or a folder of them",
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "where the redacted copy goes; a new folder for a folder",
            Required = true,
        };
        var register = new Option<string?>("--register")
        {
            Description = "CSV file with the header code,kind,value: customers to replace by their codes",
        };
        var json = new Option<bool>("--json") { Description = "print the proof as JSON, of a folder one object" };
        return new Verb(
            "redact",
            "Blacks out identifying information in a document and proves it; without a proof there is no copy.",
            "strongroom redact letter.pdf -o copy.pdf --register names.csv")
        {
            input,
            output,
            register,
            json,
            Unsandboxed.Option,
        }.Does((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), parsed.GetValue(register),
            parsed.GetValue(json), new RedactorLauncher(parsed.GetValue(Unsandboxed.Option)), cancellation));
    }

    private static async Task<int> RunAsync(
        string input, string output, string? registerPath, bool asJson, RedactorLauncher redactor,
        CancellationToken cancellation)
    {
        if (CheckPaths(input, output, registerPath) is { } fault)
        {
            return fault;
        }

        RegisterFile? register = null;
        if (registerPath is not null)
        {
            (register, int code) = await ReadRegisterAsync(redactor, registerPath, cancellation);
            if (register is null)
            {
                return code;
            }
        }

        using (register)
        {
            var one = new RedactFile(redactor, register);
            if (Directory.Exists(input))
            {
                return await new RedactFolder(one, new CopyNames(register)).RunAsync(
                    input, output, asJson, cancellation);
            }

            RedactorAnswer answer = await one.RunAsync(input, cancellation);
            return answer is RedactedAnswer redacted
                ? await KeepAsync(redacted, output, asJson)
                : Refuse(answer as RefusedAnswer);
        }
    }

    private static int? CheckPaths(string input, string output, string? register)
    {
        bool isFolder = Directory.Exists(input);
        if ((!isFolder && !File.Exists(input)) || (register is not null && !File.Exists(register)))
        {
            return Fail(ExitCodes.NotFound, "there is no such file", "check the path");
        }

        if (isFolder)
        {
            return RedactFolder.IsNew(input, output)
                ? null
                : Fail(ExitCodes.Usage, "the copies need a folder of their own", "name a new or empty folder after -o");
        }

        return string.Equals(RealPath(input), RealPath(output), StringComparison.Ordinal) || Directory.Exists(output)
            ? Fail(ExitCodes.Usage, "the copy cannot take the place of the original", "name another file after -o")
            : null;
    }

    private static async Task<(RegisterFile? Register, int Code)> ReadRegisterAsync(
        RedactorLauncher redactor, string path, CancellationToken cancellation)
    {
        var request = new RedactorRequest
        {
            Act = RedactorAct.Find,
            Format = PaperFormat.Csv,
            Document = await File.ReadAllBytesAsync(path, cancellation),
        };
        if (await redactor.AskAsync(request, cancellation) is not FoundAnswer table)
        {
            return (null, Fail(ExitCodes.Usage, "the register cannot be read", "save it as CSV in UTF-8"));
        }

        var register = RegisterFile.Read(table.Text, out string? fault);
        return register is null
            ? (null, Fail(
                ExitCodes.Usage, fault ?? "the register cannot be read", "see docs/guides/find-and-redact.md"))
            : (register, ExitCodes.Done);
    }

    private static async Task<int> KeepAsync(RedactedAnswer redacted, string output, bool asJson)
    {
        await AtomicFile.WriteAsync(output, redacted.Copy);
        if (asJson)
        {
            await Terminal.Out.WriteLineAsync(Encoding.UTF8.GetString(RedactionProofJson.Write(redacted.Proof)));
            return ExitCodes.Done;
        }

        foreach (IGrouping<string, RemovedValue> kind in
            redacted.Proof.Removed.GroupBy(value => value.Kind, StringComparer.Ordinal))
        {
            string note = kind.Key == FindingKinds.Unread ? "  pictures, stamps, signatures: nothing reads them" : "";
            await Terminal.Out.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{kind.Key,-20} {kind.Count(),6}{note}"));
        }

        await Terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{redacted.Proof.Removed.Count} blacked out; proved: 0 of {redacted.Proof.ValueCount} values left in "
            + $"{redacted.Proof.Searches.Count} encodings"));
        return ExitCodes.Done;
    }

    private static int Refuse(RefusedAnswer? refused)
    {
        Refusal refusal = PaperRefusals.FromCode(refused?.Code ?? PaperRefusals.Failed.Code);
        foreach (string place in refused?.Places ?? [])
        {
            Terminal.Error.WriteLine(place);
        }

        return Fail(CodeOf(refusal), refusal.Code, refusal.Sentence);
    }

    /// <summary>How the program ends when this was refused: a proof that failed is not a document that was.</summary>
    public static int CodeOf(Refusal refusal) =>
        refusal == PaperRefusals.ProofFailed || refusal == PaperRefusals.FindingsUndecided
            ? ExitCodes.VerificationFailed
            : ExitCodes.DocumentRefused;

    private static int Fail(int code, string message, string hint) => Outcome.Say(code, message, hint);

    private static string RealPath(string path)
    {
        string full = Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }
}
