using System.Text;
using System.Text.RegularExpressions;
using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Whole;

/// <summary>
/// What a stolen data folder holds that could be a key, and what the keyring gives to who has the unseal key.
/// </summary>
internal static partial class Loot
{
    private const int KeyLength = 32;

    /// <summary>
    /// Every 32 bytes in a row of every file, and of what stands there in hexadecimal or base64; zeros too.
    /// </summary>
    public static IEnumerable<byte[]> Windows(string folder)
    {
        yield return new byte[KeyLength];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (byte[] bytes in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(
            Readings))
        {
            for (int at = 0; at + KeyLength <= bytes.Length; at++)
            {
                Span<byte> window = bytes.AsSpan(at, KeyLength);
                if (window.ContainsAnyExcept((byte)0) && seen.Add(Encoding.Latin1.GetString(window)))
                {
                    yield return window.ToArray();
                }
            }
        }
    }

    /// <summary>The root pair and the keyring, opened with the unseal key from its file.</summary>
    public static (RootBlock Block, Keyring Keyring) Open(string keyringFile, string unsealKeyFile)
    {
        byte[] file = File.ReadAllBytes(keyringFile);
        using var unsealKey = SealingKey.TakeFrom(Convert.FromHexString(File.ReadAllText(unsealKeyFile).Trim()), 1);
        Assert.True(Keyring.TryReadRootBlock(file, out byte[]? rootBlock));
        Assert.True(RootBlock.TryOpen(unsealKey, rootBlock, out RootBlock? block));
        Assert.True(Keyring.TryRead(file, block.AuditKey, out Keyring? keyring));
        return (block, keyring);
    }

    /// <summary>The key of one compartment, taken with the unseal key.</summary>
    public static SealingKey CompartmentKey(string keyringFile, string unsealKeyFile, CompartmentId compartment)
    {
        (RootBlock block, Keyring keyring) = Open(keyringFile, unsealKeyFile);
        using (block)
        {
            KeyringEntry entry = keyring.FindNewest(KeyPurpose.Compartment, compartment)!;
            Assert.True(entry.TryOpen(block.Root, out SecretBytes? secret));
            using (secret)
            {
                return SealingKey.TakeFrom(secret.Reveal().ToArray(), entry.Generation);
            }
        }
    }

    private static IEnumerable<byte[]> Readings(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        yield return bytes;
        string text = Encoding.Latin1.GetString(bytes);
        foreach (Match match in Base64().Matches(text))
        {
            byte[] decoded = new byte[match.Length];
            string whole = match.Value.PadRight((match.Length + 3) / 4 * 4, '=');
            if (Convert.TryFromBase64String(whole, decoded, out int length))
            {
                yield return decoded[..length];
            }
        }

        foreach (Match match in Hex().Matches(text))
        {
            yield return Convert.FromHexString(match.Value[..(match.Length / 2 * 2)]);
        }
    }

    [GeneratedRegex("[A-Za-z0-9+/]{43,}={0,2}")]
    private static partial Regex Base64();

    [GeneratedRegex("[0-9A-Fa-f]{64,}")]
    private static partial Regex Hex();
}
