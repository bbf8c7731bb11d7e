namespace Strongroom.Server.Staff;

/// <summary>What a step-up leaves in the session.</summary>
/// <param name="Entry">Its entry in the audit log.</param>
/// <param name="For">The hash of the one act that it opens; null for all that ask for a step-up.</param>
internal sealed record StepUpMark(long Entry, string? For);
