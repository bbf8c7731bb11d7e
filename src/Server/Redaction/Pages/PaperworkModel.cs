using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction.Pages;

/// <summary>The page of paperwork.</summary>
internal sealed record PaperworkModel
{
    /// <summary>Newest first.</summary>
    public required IReadOnlyList<PaperworkLine> Lines { get; init; }

    /// <summary>The cursor of the next page; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>Whether newer paperwork stands on pages before this one.</summary>
    public bool IsLater { get; init; }

    /// <summary>The open compartments that the visitor works in.</summary>
    public required IReadOnlyList<string> Compartments { get; init; }

    /// <summary>Whose paperwork is shown; null for everybody's.</summary>
    public CustomerCode? Customer { get; init; }

    /// <summary>The largest document that is taken, in bytes.</summary>
    public required long MostBytes { get; init; }

    /// <summary>What was typed.</summary>
    public string Code { get; init; } = string.Empty;

    /// <summary>What was chosen.</summary>
    public string Compartment { get; init; } = string.Empty;

    /// <summary>What was typed.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>How many files of the last form were taken in.</summary>
    public int Taken { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    public bool IsAnyUnderWay => Lines.Any(line => line.IsUnderWay);

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}
