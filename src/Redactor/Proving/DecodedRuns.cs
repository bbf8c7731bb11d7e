using System.Text;
using System.Text.Unicode;

namespace Strongroom.Redactor.Proving;

/// <summary>
/// What runs of an encoding decode to. Ordinary words decode too, to noise in which short values turn up by chance; so
/// runs that decode to clean text are kept apart from the rest, where only longer values count.
/// </summary>
internal sealed class DecodedRuns
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _noise = new();

    /// <summary>Runs that decode to text.</summary>
    public string Text => _text.ToString();

    /// <summary>All other runs.</summary>
    public string Noise => _noise.ToString();

    public void Add(ReadOnlySpan<byte> decoded) =>
        (IsText(decoded) ? _text : _noise).Append(Encoding.UTF8.GetString(decoded)).Append('\n');

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            if (value is (> 0 and < 9) or (> 13 and < 32) or 127)
            {
                return false;
            }
        }

        return Utf8.IsValid(bytes);
    }
}
