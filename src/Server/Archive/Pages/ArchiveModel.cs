using Strongroom.Vocabulary;

namespace Strongroom.Server.Archive.Pages;

/// <summary>The archive's page: what is searched for, and what was found.</summary>
internal sealed record ArchiveModel
{
    /// <summary>What was found; null before anything was searched for.</summary>
    public SearchAnswer? Answer { get; init; }

    /// <summary>What was typed.</summary>
    public string Code { get; init; } = string.Empty;

    /// <summary>What was typed.</summary>
    public string Words { get; init; } = string.Empty;

    /// <summary>What was typed.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>The first day, as <c>2026-01-31</c>.</summary>
    public string From { get; init; } = string.Empty;

    /// <summary>The last day.</summary>
    public string To { get; init; } = string.Empty;

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}
