namespace Strongroom.Server.Customers.Import;

/// <summary>What an import found and did; sealed in the compartment.</summary>
internal sealed record ImportReport
{
    /// <summary>The rows of the file, the header not counted.</summary>
    public required long Rows { get; init; }

    /// <summary>The rows that fit.</summary>
    public required long Good { get; init; }

    /// <summary>The rows that do not.</summary>
    public required long Bad { get; init; }

    /// <summary>Where each column goes; the columns that are not imported have no line.</summary>
    public required IReadOnlyDictionary<string, string> Mapping { get; init; }

    /// <summary>The first rows as they would look, masked.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, string>> Sample { get; init; }

    /// <summary>The first faults; <see cref="Bad"/> counts all.</summary>
    public required IReadOnlyList<ImportFault> Faults { get; init; }

    /// <summary>How many rows look like somebody who is there; null where nobody looked for that.</summary>
    public long? Suspected { get; init; }

    /// <summary>The first rows that do; <see cref="Suspected"/> counts all.</summary>
    public IReadOnlyList<ImportSuspect> Suspects { get; init; } = [];

    /// <summary>How many rows that fit were left out because they look like somebody who is there.</summary>
    public long LeftOut { get; init; }
}
