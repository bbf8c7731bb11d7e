using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Strongroom.Sealing;

/// <summary>
/// One recipient stanza of an age header: its arguments, the first of which is the type, and its body.
/// </summary>
internal sealed record AgeStanza(IReadOnlyList<string> Arguments, byte[] Body)
{
    private const int LineLimit = 64;
    private const int LineBytes = 48;

    /// <summary>Reads the stanza that starts with this line and takes its body's lines from the rest.</summary>
    public static bool TryRead(
        scoped ReadOnlySpan<byte> firstLine, ref ReadOnlySpan<byte> rest, [NotNullWhen(true)] out AgeStanza? stanza)
    {
        stanza = null;
        if (!TryReadArguments(firstLine, out List<string> arguments) || !TryReadBody(ref rest, out List<byte> body))
        {
            return false;
        }

        stanza = new AgeStanza(arguments, [.. body]);
        return true;
    }

    private static bool TryReadArguments(ReadOnlySpan<byte> line, out List<string> arguments)
    {
        arguments = [];
        if (!line.StartsWith("-> "u8))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = line["-> "u8.Length..];
        foreach (Range range in rest.Split((byte)' '))
        {
            ReadOnlySpan<byte> argument = rest[range];
            if (argument.IsEmpty || argument.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
            {
                return false;
            }

            arguments.Add(Encoding.ASCII.GetString(argument));
        }

        return true;
    }

    // Full lines of 64 characters, then one shorter line, which may be empty.
    private static bool TryReadBody(ref ReadOnlySpan<byte> rest, out List<byte> body)
    {
        body = [];
        Span<byte> bytes = stackalloc byte[LineBytes];
        while (AgeHeader.TryReadLine(ref rest, out ReadOnlySpan<byte> line) && line.Length <= LineLimit)
        {
            if (!UnpaddedBase64.TryDecode(line, bytes, out int written))
            {
                return false;
            }

            body.AddRange(bytes[..written]);
            if (line.Length < LineLimit)
            {
                return true;
            }
        }

        return false;
    }
}
