using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>What an export's job row keeps: for whom, of where, which kinds. No values.</summary>
internal sealed record ExportSettings
{
    public required RecipientId Recipient { get; init; }

    /// <summary>The series or compartment, as it was named.</summary>
    public required string Compartment { get; init; }

    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>When it was asked for; the step-up given then holds for the job for a while.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The entry of the step-up under which it was asked for; null where none was needed.</summary>
    public long? StepUpEntry { get; init; }
}
