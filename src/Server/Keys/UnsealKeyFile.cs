using System.Security.Cryptography;
using Strongroom.Sealing;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Keys;

/// <summary>
/// The unattended way to the unseal key: a file of one line, 64 hexadecimal digits, outside the data folder, readable
/// by the service only. Whoever takes the file together with the data folder has everything online; key holders' shares
/// come in at this place.
/// </summary>
internal sealed class UnsealKeyFile
{
    public const int KeyLength = 32;
    private readonly string _file;

    /// <exception cref="RefusedException">The file would lie inside the data folder.</exception>
    public UnsealKeyFile(string file, DataFolder data)
    {
        _file = Path.GetFullPath(file);
        string root = Path.TrimEndingDirectorySeparator(data.Root) + Path.DirectorySeparatorChar;
        if (_file.StartsWith(root, StringComparison.Ordinal))
        {
            throw new RefusedException(KeyRefusals.UnsealKeyInDataFolder);
        }
    }

    public bool Exists => File.Exists(_file);

    private string NextFile => _file + ".next";

    /// <summary>Keeps a key, mode 0600; never replaces one that is there.</summary>
    /// <exception cref="RefusedException">Another key is there.</exception>
    public void Keep(SecretBytes secret)
    {
        if (Exists)
        {
            using SecretBytes there = ReadSecret();
            if (!there.Matches(secret.Reveal()))
            {
                throw new RefusedException(KeyRefusals.UnsealKeyWrong);
            }

            return;
        }

        Write(_file, secret);
    }

    /// <summary>
    /// Keeps the next key beside the present one, until the keyring that it opens is there; replaces one that a change
    /// which was cut off has left.
    /// </summary>
    public void KeepNext(SecretBytes secret) => Write(NextFile, secret);

    /// <summary>The next key takes the present one's place.</summary>
    public void TakeNext()
    {
        if (File.Exists(NextFile))
        {
            File.Move(NextFile, _file, overwrite: true);
            DurableFile.SyncFolder(Path.GetDirectoryName(_file)!);
        }
    }

    /// <summary>Takes the file away: from now on key holders are needed.</summary>
    public void Remove()
    {
        DurableFile.DestroyForever(_file, KeyLength * 2);
        DurableFile.DestroyForever(NextFile, KeyLength * 2);
    }

    /// <summary>The next key where a change was cut off before it took its place; the caller wipes it.</summary>
    public SecretBytes? ReadNext() => File.Exists(NextFile) ? Read(NextFile) : null;

    /// <summary>The key's bytes, for the recovery sheet; the caller wipes them.</summary>
    /// <exception cref="RefusedException">The file is not there or is not a key.</exception>
    public SecretBytes ReadSecret() => Exists ? Read(_file) : throw new RefusedException(KeyRefusals.UnsealKeyMissing);

    private static SecretBytes Read(string file)
    {
        byte[] text = File.ReadAllBytes(file);
        byte[] key = new byte[KeyLength];
        try
        {
            ReadOnlySpan<byte> digits = text.AsSpan().TrimEnd("\r\n "u8);
            bool isHex = digits.Length == KeyLength * 2
                && Convert.FromHexString(digits, key, out _, out _) == System.Buffers.OperationStatus.Done;
            return isHex ? SecretBytes.TakeFrom(key) : throw new RefusedException(KeyRefusals.UnsealKeyWrong);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static void Write(string file, SecretBytes secret)
    {
        DataFolder.MakeFolder(Path.GetDirectoryName(file)!);
        byte[] line = new byte[KeyLength * 2 + 1];
        try
        {
            _ = Convert.TryToHexStringLower(secret.Reveal(), line, out _);
            line[^1] = (byte)'\n';
            DurableFile.Replace(file, line);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(line);
        }
    }
}
