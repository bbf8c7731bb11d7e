namespace Strongroom.Server.Staff;

/// <summary>A newcomer's second factor, to be put into an authenticator.</summary>
/// <param name="Name">Whom the invitation is for.</param>
/// <param name="Email">The address to log in with.</param>
/// <param name="Secret">In base 32, to type.</param>
/// <param name="Uri">The same as <c>otpauth://</c>, for a QR picture.</param>
internal sealed record FactorCard(string Name, string Email, string Secret, string Uri)
{
    public override string ToString() => nameof(FactorCard);
}
