using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>A redacted copy as everybody assigned sees it.</summary>
internal sealed record ViewedCopy
{
    public required RecordId Id { get; init; }

    /// <summary><c>making</c>, <c>proved</c>, <c>kept-back</c> (the proof failed), <c>failed</c>.</summary>
    public required string State { get; init; }

    public required JobId Job { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Length in bytes; absent unless it is proved.</summary>
    public long? Length { get; init; }

    /// <summary>SHA-256 of the copy, hexadecimal; absent unless it is proved.</summary>
    public string? Sha256 { get; init; }

    public DocumentProblem? Problem { get; init; }

    /// <summary>Where the proof failed; no values.</summary>
    public IReadOnlyList<string>? Places { get; init; }

    public static ViewedCopy Of(CopyCard copy, string? jobProblem)
    {
        string? problem = copy.Problem ?? jobProblem;
        return new ViewedCopy
        {
            Id = copy.Id,
            State = StateOf(copy, jobProblem),
            Job = copy.Job,
            AskedAt = copy.AskedAt,
            Length = copy.File?.Length,
            Sha256 = copy.File is null ? null : Convert.ToHexStringLower(copy.File.Hash),
            Problem = problem is null ? null : DocumentProblem.Of(problem),
            Places = copy.Places.Count == 0 ? null : copy.Places,
        };
    }

    private static string StateOf(CopyCard copy, string? jobProblem)
    {
        if (copy.File is not null)
        {
            return "proved";
        }

        return copy.Problem is not null ? "kept-back" : jobProblem is null ? "making" : "failed";
    }
}
