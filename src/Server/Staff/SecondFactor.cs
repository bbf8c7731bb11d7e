using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Strongroom.Sealing;
using Strongroom.Server.Keys;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// The authenticator's codes and the recovery codes; each code works once, also for two requests at the same moment.
/// </summary>
internal sealed class SecondFactor(RegistryDb db, InstallationKeys keys, TimeProvider time)
{
    private const string FactorLabel = "staff-factor/v1";
    private const string RecoveryLabel = "recovery-code/v1";
    private const int SaltBytes = 16;
    private const int RecoveryCodes = 10;
    private const int AuthenticatorDigits = 6;

    /// <summary>Draws a salt, and with it a new secret.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    /// <summary>The authenticator's secret; computed, so that no file holds it.</summary>
    public byte[] Secret(StaffRow staff) => Secret(keys.Pepper, staff.FactorSalt);

    /// <summary>The same before the installation has its keys: the setup shows it to the owner to be.</summary>
    public static byte[] Secret(KeyedHash pepper, byte[] salt) =>
        pepper.Hash(FactorLabel, salt)[..TimeCode.SecretBytes];

    /// <summary>Draws ten recovery codes.</summary>
    public static IReadOnlyList<string> NewRecoveryCodes() =>
        [.. Enumerable.Range(0, RecoveryCodes).Select(_ => HandedCode.New())];

    /// <summary>Draws ten recovery codes; only their hashes are kept. The caller saves.</summary>
    public Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(StaffId staff, CancellationToken cancellation) =>
        RenewRecoveryCodesAsync(staff, NewRecoveryCodes(), cancellation);

    /// <summary>Takes codes that were drawn and shown already. The caller saves.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(
        StaffId staff, IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        db.RemoveRange(await db.Set<RecoveryCodeRow>().Where(row => row.Staff == staff).ToListAsync(cancellation));
        db.AddRange(codes.Select(code => new RecoveryCodeRow { Hash = Hash(staff, code), Staff = staff }));
        return codes;
    }

    /// <summary>
    /// Uses a code up if it is right; <paramref name="mayUse"/> false does the same work and uses nothing.
    /// </summary>
    public async Task<bool> TryUseAsync(
        StaffRow staff, string untrustedCode, bool mayUse, CancellationToken cancellation)
    {
        string code = untrustedCode.Replace(" ", string.Empty, StringComparison.Ordinal);
        byte[] secret = Secret(staff);
        try
        {
            long? step = TimeCode.Match(secret, code, time.GetUtcNow());
            if (code.Length == AuthenticatorDigits)
            {
                return mayUse && step is { } matched && await UseStepAsync(staff, matched, cancellation);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }

        return mayUse && HandedCode.TryRead(code, out string? recovery) && await UseRecoveryAsync(
            staff.Id, recovery, cancellation);
    }

    private async Task<bool> UseStepAsync(StaffRow staff, long step, CancellationToken cancellation)
    {
        string id = staff.Id.ToString();
        int used = await db.Database.ExecuteSqlAsync(
            $"UPDATE staff SET factor_step = {step} WHERE id = {id} AND factor_step < {step}", cancellation);
        return used == 1;
    }

    private async Task<bool> UseRecoveryAsync(StaffId staff, string code, CancellationToken cancellation)
    {
        byte[] hash = Hash(staff, code);
        return await db.Set<RecoveryCodeRow>().Where(row => row.Hash == hash).ExecuteDeleteAsync(cancellation) == 1;
    }

    private byte[] Hash(StaffId staff, string code) =>
        keys.Pepper.Hash(RecoveryLabel, Encoding.ASCII.GetBytes($"{staff}/{code}"));
}
