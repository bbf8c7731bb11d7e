using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Keys;

/// <summary>
/// Where the unseal key comes from: key holders who have presented their shares, or the unattended way. It exists for
/// as long as one opening takes.
/// </summary>
internal sealed class UnsealKeys(UnsealKeyFile file, ShareDesk desk)
{
    /// <summary>Whether there is an unattended way.</summary>
    public bool IsUnattended => file.Exists;

    /// <summary>What may be the unseal key, the likelier first; the caller wipes all of them.</summary>
    /// <exception cref="RefusedException">Key holders are needed, or the file is missing.</exception>
    public IReadOnlyList<SecretBytes> Take()
    {
        var found = new List<SecretBytes>();
        if (desk.TryCombine() is { } combined)
        {
            found.Add(combined);
        }

        if (file.Exists)
        {
            found.Add(file.ReadSecret());
        }

        if (file.ReadNext() is { } next)
        {
            found.Add(next);
        }

        return found.Count > 0
            ? found
            : throw new RefusedException(desk.ReadRecord() is null
                ? KeyRefusals.UnsealKeyMissing : KeyRefusals.KeyHoldersNeeded);
    }
}
