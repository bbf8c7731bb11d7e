namespace Strongroom.Server.Agreements;

/// <summary>A new version of the agreement.</summary>
/// <param name="Text">Markdown, at most 64 KiB.</param>
internal sealed record PublishRequest(string Text);
