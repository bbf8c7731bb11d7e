namespace Strongroom.Server.Redaction;

/// <summary>How a copy is made.</summary>
/// <param name="AcceptAll">Accept every box that nobody has decided on, and what is found late.</param>
internal sealed record CopyRequest(bool AcceptAll = false);
