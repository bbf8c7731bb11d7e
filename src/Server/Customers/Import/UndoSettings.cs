using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>What the job that undoes an import is told.</summary>
internal sealed record UndoSettings
{
    /// <summary>The import that is undone.</summary>
    public required JobId Import { get; init; }

    /// <summary>The series that took the customers in.</summary>
    public required string Series { get; init; }
}
