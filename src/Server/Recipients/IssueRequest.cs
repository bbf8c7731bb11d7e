using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>For whom a code is wanted.</summary>
internal sealed record IssueRequest
{
    public required RecipientId Recipient { get; init; }
}
