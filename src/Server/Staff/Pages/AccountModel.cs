namespace Strongroom.Server.Staff.Pages;

/// <summary>What the page of one's own account shows.</summary>
internal sealed record AccountModel
{
    public required AccountCard Account { get; init; }

    /// <summary>Whether passkeys work at the public address.</summary>
    public required bool HasPasskeys { get; init; }

    /// <summary>What was just done, as the address says: one of a few words.</summary>
    public string? Done { get; init; }
}
