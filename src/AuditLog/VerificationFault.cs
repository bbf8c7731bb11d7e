namespace Strongroom.AuditLog;

/// <summary>Something that is not as it was written.</summary>
/// <param name="Place">The file, with the byte or entry.</param>
/// <param name="Fault">What is wrong there.</param>
public sealed record VerificationFault(string Place, string Fault);
