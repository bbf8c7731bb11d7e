using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>
/// One row of <c>document</c> in <c>keys.db</c>: whose it is, and the version its sealed card must have.
/// </summary>
internal sealed record DocumentRow
{
    public required DocumentId Id { get; init; }

    /// <summary>Whose paperwork it is; null where it belongs to the compartment as a whole.</summary>
    public required CustomerId? Customer { get; init; }

    public required ObjectHandle Handle { get; init; }

    public required long CardVersion { get; init; }
}
