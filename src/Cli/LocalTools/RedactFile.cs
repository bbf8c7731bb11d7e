using System.Security.Cryptography;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Cli.LocalTools;

/// <summary>Redacts one document: find, match registered customers, black out everything found, prove, match
/// again.</summary>
internal sealed class RedactFile(RedactorLauncher redactor, RegisterFile? register)
{
    public async Task<RedactorAnswer> RunAsync(string path, CancellationToken cancellation)
    {
        if (new FileInfo(path).Length > RedactorRequest.DefaultMaxBytes)
        {
            return new RefusedAnswer(PaperRefusals.TooLarge.Code, []);
        }

        var request = new RedactorRequest
        {
            Act = RedactorAct.Find,
            Format = PaperFormats.FromExtension(Path.GetExtension(path)),
            Document = await File.ReadAllBytesAsync(path, cancellation),
            ProofKey = RandomNumberGenerator.GetBytes(RedactorRequest.ProofKeyLength),
        };
        RedactorAnswer answer = await redactor.AskAsync(request, cancellation);
        if (answer is not FoundAnswer found)
        {
            return answer;
        }

        IReadOnlyList<Finding> findings = await MatchAsync(found.Text, found.Findings, cancellation);
        answer = await redactor.AskAsync(
            request with
            {
                Act = RedactorAct.Apply,
                Boxes = [.. findings.Select(RedactionBox.From)],
                TakesLateFindings = true,
            },
            cancellation);
        return answer is RedactedAnswer redacted ? await CheckAsync(redacted, cancellation) : answer;
    }

    /// <summary>The Redactor has no register, so names are looked for once more in the copy's own text.</summary>
    private async Task<RedactorAnswer> CheckAsync(RedactedAnswer redacted, CancellationToken cancellation)
    {
        IReadOnlyList<Finding> left = await MatchAsync(redacted.Text, [], cancellation);
        var places = new DocumentPlaces(redacted.Text);
        return left.Count == 0
            ? redacted
            : new RefusedAnswer(
                PaperRefusals.ProofFailed.Code, [.. left.Select(finding => places.Of(finding.Segment, finding.Start))]);
    }

    private Task<IReadOnlyList<Finding>> MatchAsync(
        DocumentText text, IReadOnlyList<Finding> patterns, CancellationToken cancellation) =>
        register is null ? Task.FromResult(patterns) : register.MatchAsync(text, patterns, cancellation);
}
