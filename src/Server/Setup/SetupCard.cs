namespace Strongroom.Server.Setup;

/// <summary>What the owner reads before claiming.</summary>
/// <param name="Agreement">The agreement's text, Markdown.</param>
/// <param name="AgreementSha256">Its hash, to be sent back.</param>
internal sealed record SetupCard(string Agreement, string AgreementSha256);
