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
    private const int KeyLength = 32;
    private const uint Generation = 1;
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

    /// <summary>Draws a key and keeps it, mode 0600; never replaces one that is there.</summary>
    public SealingKey Make()
    {
        if (Exists)
        {
            return Read();
        }

        DataFolder.MakeFolder(Path.GetDirectoryName(_file)!);
        using var secret = SecretBytes.Random(KeyLength);
        byte[] line = new byte[KeyLength * 2 + 1];
        try
        {
            _ = Convert.TryToHexStringLower(secret.Reveal(), line, out _);
            line[^1] = (byte)'\n';
            DurableFile.Replace(_file, line);
            return SealingKey.TakeFrom(secret.Reveal().ToArray(), Generation);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(line);
        }
    }

    /// <exception cref="RefusedException">The file is not there or is not a key.</exception>
    public SealingKey Read()
    {
        if (!Exists)
        {
            throw new RefusedException(KeyRefusals.UnsealKeyMissing);
        }

        byte[] text = File.ReadAllBytes(_file);
        byte[] key = new byte[KeyLength];
        try
        {
            ReadOnlySpan<byte> digits = text.AsSpan().TrimEnd("\r\n "u8);
            bool isHex = digits.Length == KeyLength * 2
                && Convert.FromHexString(digits, key, out _, out _) == System.Buffers.OperationStatus.Done;
            return isHex ? SealingKey.TakeFrom(key, Generation) : throw new RefusedException(
                KeyRefusals.UnsealKeyWrong);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
