using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>The owner to be, before the claim.</summary>
internal sealed class OwnerDraft
{
    /// <summary>The id that the owner will have; a passkey is bound to it.</summary>
    public StaffId Id { get; } = StaffId.New();

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required PersonalText Password { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>Checked, and not in the registry yet.</summary>
    public IList<PasskeyRow> Passkeys { get; } = [];

    /// <summary>The owner went on from the page of the passkeys.</summary>
    public bool HasChosenPasskeys { get; set; }

    /// <summary>Why there are fewer than two; empty where there are two.</summary>
    public string PasskeyReason { get; set; } = string.Empty;

    public byte[] FactorSalt { get; } = SecondFactor.NewSalt();

    /// <summary>The time step whose code proved that the authenticator holds the secret; null until then.</summary>
    public long? FactorStep { get; set; }

    public IReadOnlyList<string> RecoveryCodes { get; } = SecondFactor.NewRecoveryCodes();

    public bool HasKeptCodes { get; set; }

    public override string ToString() => nameof(OwnerDraft);
}
