namespace Strongroom.Server.Staff;

/// <summary>What audit entries say of a passkey; the name is its holder's and stays out.</summary>
internal static class PasskeyFacts
{
    public static Dictionary<string, string> Of(PasskeyRow row) => new(StringComparer.Ordinal)
    {
        ["passkey"] = row.Id.ToString(),
        ["staff"] = row.Staff.ToString(),
        ["publicKey"] = Convert.ToHexStringLower(row.PublicKey),
        ["isBackupEligible"] = row.IsBackupEligible ? "true" : "false",
    };
}
