namespace Strongroom.Server.Staff;

/// <summary>Another name for a passkey.</summary>
/// <param name="Name">1 to 60 characters.</param>
internal sealed record PasskeyNameRequest(string Name)
{
    public override string ToString() => nameof(PasskeyNameRequest);
}
