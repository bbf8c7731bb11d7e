using Microsoft.AspNetCore.Identity;
using Strongroom.Sealing;
using Strongroom.Server.Keys;

namespace Strongroom.Server.Staff;

/// <summary>
/// Hashes passwords for Identity with Argon2id under the installation's pepper; call it inside <see
/// cref="HashQueue"/>.
/// </summary>
internal sealed class PepperedHasher(InstallationKeys keys) : IPasswordHasher<StaffRow>
{
    public string HashPassword(StaffRow user, string password) => PasswordHash.Hash(password, keys.Pepper);

    public PasswordVerificationResult VerifyHashedPassword(
        StaffRow user, string hashedPassword, string providedPassword)
    {
        if (!PasswordHash.Matches(providedPassword, hashedPassword, keys.Pepper, out bool isOutdated))
        {
            return PasswordVerificationResult.Failed;
        }

        return isOutdated ? PasswordVerificationResult.SuccessRehashNeeded : PasswordVerificationResult.Success;
    }
}
