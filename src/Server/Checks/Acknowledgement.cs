namespace Strongroom.Server.Checks;

/// <summary>Somebody answers for a check that is amber.</summary>
/// <param name="Reason">Why it may stay so, in that person's words.</param>
/// <param name="By">The member of staff.</param>
/// <param name="At">Since when.</param>
internal sealed record Acknowledgement(string Reason, string By, DateTimeOffset At);
