using Strongroom.Vocabulary;
using Strongroom.Vocabulary.Paper;

namespace Strongroom.Server.Redaction;

/// <summary>Why work on a document ended without success.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Sentence">What happened and what to do.</param>
internal sealed record DocumentProblem(string Code, string Sentence)
{
    private const string Again = "The work ended before it was done. Try it again.";

    public static DocumentProblem Of(string code)
    {
        Refusal? refusal = PaperRefusals.All.FirstOrDefault(one => one.Code == code);
        return new DocumentProblem(code, refusal?.Sentence ?? Again);
    }
}
