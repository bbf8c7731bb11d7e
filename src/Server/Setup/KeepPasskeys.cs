using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>Keeps the passkeys of a draft, once the claim is done, and why there are fewer than two.</summary>
internal sealed class KeepPasskeys(RegistryDb db, RegisterPasskey register, AuditWriter audit)
{
    public async Task RunAsync(OwnerDraft owner, CancellationToken cancellation)
    {
        foreach (PasskeyRow row in owner.Passkeys)
        {
            await register.KeepAsync(row, cancellation);
        }

        if (owner.PasskeyReason.Length > 0)
        {
            await audit.RecordAsync(
                new AuditDraft
                {
                    Act = AuditAct.SecondFactorChanged,
                    Actor = Actor.Of(owner.Id),
                    Result = AuditResult.Done,
                    Body = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["passkeys"] = owner.Passkeys.Count.ToString(CultureInfo.InvariantCulture),
                        ["reason"] = owner.PasskeyReason,
                    },
                },
                cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
