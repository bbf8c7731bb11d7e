namespace Strongroom.Sealing;

/// <summary>The one size of all keys of ours, in bytes: 256 bits.</summary>
internal static class KeySize
{
    public const int Bytes = 32;

    /// <summary>Takes a key in; the message of the exception says lengths only.</summary>
    public static SecretBytes Take(Span<byte> key)
    {
        if (key.Length != Bytes)
        {
            throw new ArgumentException($"a key has {Bytes} bytes, not {key.Length}", nameof(key));
        }

        return SecretBytes.TakeFrom(key);
    }
}
