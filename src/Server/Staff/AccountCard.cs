namespace Strongroom.Server.Staff;

/// <summary>What people see of their own account.</summary>
internal sealed record AccountCard
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required bool HasPassword { get; init; }

    public required int RecoveryCodesLeft { get; init; }

    public required IReadOnlyList<PasskeyCard> Passkeys { get; init; }

    public required IReadOnlyList<OwnSessionCard> Sessions { get; init; }

    public override string ToString() => nameof(AccountCard);
}
