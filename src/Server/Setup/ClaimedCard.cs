namespace Strongroom.Server.Setup;

/// <summary>What the owner keeps; shown once.</summary>
/// <param name="Id">The owner.</param>
/// <param name="Secret">The second factor, to type into an authenticator.</param>
/// <param name="Uri">The same as <c>otpauth://</c>.</param>
/// <param name="RecoveryCodes">Each replaces the authenticator once.</param>
/// <param name="Receipt">The number of the receipt for the signed agreement.</param>
internal sealed record ClaimedCard(
    string Id, string Secret, string Uri, IReadOnlyList<string> RecoveryCodes, long Receipt)
{
    public override string ToString() => nameof(ClaimedCard);
}
