using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>One row of <c>customer</c> in <c>keys.db</c>: what links, all of it sealed or keyed.</summary>
internal sealed record CustomerRow
{
    public required CustomerId Id { get; init; }

    public required int Epoch { get; init; }

    public required byte[] SealedKey { get; init; }

    public required byte[] CodeHash { get; init; }

    public required byte[] SealedCode { get; init; }

    public required ObjectHandle Handle { get; init; }

    public required long CardVersion { get; init; }
}
