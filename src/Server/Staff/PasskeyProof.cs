namespace Strongroom.Server.Staff;

/// <summary>A passkey's answer that held in every part.</summary>
internal sealed record PasskeyProof
{
    /// <summary>Whose passkey it is; a row that the database follows.</summary>
    public required StaffRow Staff { get; init; }

    public required PasskeyRow Passkey { get; init; }

    public required PasskeyAssertion Assertion { get; init; }

    public required Ceremony Ceremony { get; init; }

    public override string ToString() => nameof(PasskeyProof);
}
