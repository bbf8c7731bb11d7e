namespace Strongroom.Server.Staff;

/// <summary>As metadata: the endpoint answers while the caller's screen is locked.</summary>
internal sealed record AnswersLocked;
