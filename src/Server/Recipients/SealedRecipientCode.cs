using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>What is sealed under a customer's key: the code by which a recipient knows the customer.</summary>
/// <param name="Code">The code.</param>
/// <param name="At">When it was drawn.</param>
internal sealed record SealedRecipientCode(RecipientCode Code, DateTimeOffset At);
