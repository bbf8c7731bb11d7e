namespace Strongroom.Server.Agreements;

/// <summary>Whether one member of staff has signed a version.</summary>
/// <param name="Staff">The member's id.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Receipt">The receipt's number; missing where the member has not signed.</param>
/// <param name="SignedAt">When; missing where the member has not signed.</param>
internal sealed record SignerCard(string Staff, string Name, long? Receipt, DateTimeOffset? SignedAt)
{
    public override string ToString() => $"{nameof(SignerCard)} {Staff}";
}
