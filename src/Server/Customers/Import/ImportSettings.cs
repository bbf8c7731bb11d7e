using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// What an import's job row keeps: where the sealed upload is, and the switches. No header and no file name.
/// </summary>
internal sealed record ImportSettings
{
    /// <summary>The series that takes the customers in.</summary>
    public required string Series { get; init; }

    /// <summary>The sealed upload and its plan.</summary>
    public required RecordId Upload { get; init; }

    /// <summary>Whether only to look.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>The dry run whose suspects are left out; null to import every row that fits.</summary>
    public JobId? LeavesOutSuspectsOf { get; init; }
}
