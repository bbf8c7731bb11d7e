using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>A redacted copy: being made, proved and stored, or kept back.</summary>
internal sealed record CopyCard
{
    public required RecordId Id { get; init; }

    /// <summary>The job that makes it.</summary>
    public required JobId Job { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The sealed copy; its hash is the one in the proof. Null unless it is proved.</summary>
    public StoredFile? File { get; init; }

    /// <summary>The sealed record of the proof; null unless it is proved.</summary>
    public RecordId? Proof { get; init; }

    /// <summary>The sealed record of the words of the copy; null unless it is proved.</summary>
    public RecordId? Words { get; init; }

    /// <summary>Why it was kept back, a stable code; null unless it was.</summary>
    public string? Problem { get; init; }

    /// <summary>Where it failed, such as <c>line 12</c>; no values.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}
