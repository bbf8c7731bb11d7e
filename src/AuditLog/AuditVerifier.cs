using Strongroom.Sealing;

namespace Strongroom.AuditLog;

/// <summary>
/// Reads a log as an outsider would: journal, tiles and checkpoint afresh, by code of its own that shares only the
/// hashing (and the
/// reading of signed notes) with the writer. Needs no lock and no secret; a log that is being written may be verified
/// too.
/// </summary>
public static class AuditVerifier
{
    /// <summary>Verifies the log in a folder.</summary>
    /// <param name="directory">The folder of the log.</param>
    /// <param name="key">The log's public key; without it nothing shows who signed the checkpoint.</param>
    /// <param name="known">A checkpoint that was kept elsewhere: the log must begin with its entries.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static VerificationReport Verify(
        string directory, VerifyingKey? key, Checkpoint? known, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(directory);
        VerifierFaults faults = new();

        // Before the journal, which may be growing: it must then hold at least as much.
        Checkpoint? head = ReadHead(directory, key, faults, out bool signatureIsValid);
        VerifierPass pass = new(directory, head, known, faults);
        pass.Run(cancellation);
        return pass.Report(signatureIsValid);
    }

    private static Checkpoint? ReadHead(
        string directory, VerifyingKey? key, VerifierFaults faults, out bool signatureIsValid)
    {
        const string Name = "checkpoint";
        signatureIsValid = false;
        string path = Path.Combine(directory, Name);
        if (!File.Exists(path))
        {
            faults.Add(Name, "it is missing");
            return null;
        }

        if (!Checkpoint.TryReadUnsigned(File.ReadAllBytes(path), out Checkpoint? head))
        {
            faults.Add(Name, "it is not a checkpoint");
            return null;
        }

        signatureIsValid = key is not null && head.IsSignedBy(key);
        if (key is not null && !signatureIsValid)
        {
            faults.Add(Name, "the key did not sign it");
        }

        return head;
    }
}
