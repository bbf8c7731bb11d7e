using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>One row of <c>recipient_code</c> in <c>keys.db</c>: by which code a recipient knows a customer.</summary>
internal sealed record RecipientCodeRow
{
    public required RecipientId Recipient { get; init; }

    /// <summary>A keyed hash of recipient and code.</summary>
    public required byte[] CodeHash { get; init; }

    public required CustomerId Customer { get; init; }

    /// <summary>The code, sealed under the customer's key.</summary>
    public required byte[] Sealed { get; init; }
}
