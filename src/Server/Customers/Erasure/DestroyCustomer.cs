using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Audit;
using Strongroom.Server.Compartments;
using Strongroom.Server.Compartments.Rotation;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Erasure;

/// <summary>
/// The destruction itself, and its evidence. The compartment gets its next key; everybody else's key is sealed under
/// it, the customer's is not, and the former key leaves the keyring: no copy that we control opens the customer's key
/// any more. What lies on the disk besides is removed for tidiness. Done again after a crash, it goes on.
/// </summary>
internal sealed class DestroyCustomer(
    RotateCompartmentKeys rotate, ErasureRegister register, AuditWriter audit, DataFolder data, TimeProvider time)
{
    private const string CertificateColumn = "erasure-certificate";

    /// <exception cref="RefusedException">
    /// The customer was changed meanwhile: nothing was destroyed. Or the store cannot be used: it is gone on with later.
    /// </exception>
    public async Task<ErasureCertificate> RunAsync(
        Actor actor, OpenCompartment open, ErasureRow row, ErasurePlan plan)
    {
        CustomerRow? former = open.Read(session => session.CustomerById(RecordAddress.Bytes(plan.Customer)));
        RotatedKey rotated = await RotateAsync(actor, open, row, plan);
        foreach (string file in plan.Files)
        {
            DurableFile.DestroyForever(Path.Combine(data.Root, file), SealedFile.HeaderLength);
        }

        ErasureCertificate certificate = Certify(open, row, plan, rotated, Check(open, plan, former)).SignedBy(audit);
        await audit.RecordAsync(Entry(actor, open, row, certificate), CancellationToken.None);
        await register.FinishAsync(
            row, certificate.ErasedAt,
            open.SealFor(row.Handle).Seal(CertificateColumn, null, 1, certificate.ToBytes()));
        return certificate;
    }

    /// <summary>The certificate's text as it was kept.</summary>
    /// <exception cref="RefusedException">It was altered.</exception>
    public static byte[] OpenCertificate(OpenCompartment open, ErasureRow row) =>
        open.SealFor(row.Handle).Open(CertificateColumn, null, 1, row.SealedCertificate!);

    private async Task<RotatedKey> RotateAsync(Actor actor, OpenCompartment open, ErasureRow row, ErasurePlan plan)
    {
        try
        {
            return await rotate.RunAsync(actor, open.Facts, "erasure", plan.Write, CancellationToken.None);
        }
        catch (RefusedException refused) when (refused.Refusal == CustomerRefusals.Changed)
        {
            await register.WithdrawAsync(row);
            throw;
        }
    }

    /// <summary>Looks whether it is as the certificate says; what is not so is a fault of ours and no certificate.</summary>
    private static List<string> Check(OpenCompartment open, ErasurePlan plan, CustomerRow? former)
    {
        bool isGone = open.Read(session => session.CustomerById(RecordAddress.Bytes(plan.Customer))) is null
            && open.Read(session => session.CustomerByCode(open.HashCode(plan.Code))) is null;
        bool isOutOfReach = former is null || !open.CanOpenKeyOf(former);
        return isGone && isOutOfReach
            ? ["no row of the customer is left among the keys", "no key in memory or in the keyring opens the customer's sealed key"]
            : throw new InvalidOperationException("an erased customer is still there");
    }

    private ErasureCertificate Certify(
        OpenCompartment open, ErasureRow row, ErasurePlan plan, RotatedKey rotated, IReadOnlyList<string> found)
    {
        DateTimeOffset now = time.GetUtcNow();
        return new ErasureCertificate
        {
            Log = audit.Origin,
            Entry = plan.Entry,
            Code = plan.Code.ToString(),
            Compartment = open.Facts.Name,
            Handle = row.Handle.ToString(),
            Reason = plan.Reason,
            By = plan.By,
            AskedAt = row.AskedAt,
            ErasedAt = now,
            CustomerKeyEpoch = plan.Epoch,
            CompartmentKeyGeneration = rotated.From,
            NextGeneration = rotated.To,
            KeysSealedAnew = rotated.Rewrapped,
            KeyringRevision = rotated.Revision,
            Documents = plan.Documents.Count,
            Files = plan.Files.Count,
            Checked = found,
            UnreadableInBackupsFrom =
                DateOnly.FromDateTime(now.UtcDateTime).AddDays(ErasureCertificate.KeyBackupDays + 1),
            Signer = audit.Signer,
        };
    }

    private static AuditDraft Entry(Actor actor, OpenCompartment open, ErasureRow row, ErasureCertificate certificate)
    {
        var body = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["signature"] = certificate.Signature,
            ["generation"] = certificate.CompartmentKeyGeneration.ToString(CultureInfo.InvariantCulture),
        };
        return new AuditDraft
        {
            Act = AuditAct.ErasureCertified,
            Actor = actor,
            Result = AuditResult.Done,
            Compartment = open.Facts.Id,
            Object = row.Handle,
            Count = open.CommitCount,
            Body = body,
        };
    }
}
