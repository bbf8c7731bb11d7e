namespace Strongroom.Vocabulary;

/// <summary>An id of 16 bytes; seals and log entries bind to those bytes, people see the prefixed text form.</summary>
public interface IIdentifier
{
    /// <summary>The number of bytes that <see cref="CopyTo"/> writes.</summary>
    const int Size = 16;

    /// <summary>Writes the id, 16 bytes in big-endian order.</summary>
    /// <param name="destination">At least 16 bytes.</param>
    void CopyTo(Span<byte> destination);
}
