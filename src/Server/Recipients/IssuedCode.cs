using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>The code by which a recipient knows a customer.</summary>
internal sealed record IssuedCode(RecipientCode RecipientCode);
