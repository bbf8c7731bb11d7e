using System.Security.Cryptography;
using System.Text;
using Strongroom.Server.Staff;

namespace Strongroom.Server.Setup;

/// <summary>
/// The one-time code that the start prints: valid for 60 minutes and five tries, then another is drawn and printed.
/// Only its hash is kept, in memory.
/// </summary>
internal sealed class SetupCode(TimeProvider time)
{
    public const int Tries = 5;
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(60);
    private readonly Lock _gate = new();
    private byte[]? _hash;
    private DateTimeOffset _drawnAt;
    private int _wrong;

    /// <summary>Is told each new code; the start prints it.</summary>
    public Action<string>? Drawn { get; set; }

    /// <summary>Is told that a code was taken over which only somebody else has seen.</summary>
    public Action? Adopted { get; set; }

    /// <summary>What is kept of a code.</summary>
    public static byte[] HashOf(string code) => SHA256.HashData(Encoding.ASCII.GetBytes(code));

    /// <summary>Draws a new code; the earlier one is over.</summary>
    public void Draw()
    {
        lock (_gate)
        {
            Replace();
        }
    }

    /// <summary>Takes over a code that the command line drew; the earlier one is over.</summary>
    /// <param name="hash">Its hash.</param>
    public void Adopt(byte[] hash)
    {
        lock (_gate)
        {
            Replace(hash);
        }

        Adopted?.Invoke();
    }

    /// <summary>
    /// Whether this is the code. A wrong one counts; the fifth wrong one, or a try after the hour, makes a new code.
    /// </summary>
    public bool Matches(string untrustedCode)
    {
        lock (_gate)
        {
            if (_hash is null || time.GetUtcNow() - _drawnAt >= Life)
            {
                Replace();
                return false;
            }

            bool isRight = HandedCode.TryRead(untrustedCode, out string? code)
                && CryptographicOperations.FixedTimeEquals(HashOf(code), _hash);
            if (!isRight && ++_wrong >= Tries)
            {
                Replace();
            }

            return isRight;
        }
    }

    private void Replace()
    {
        string code = HandedCode.New();
        Replace(HashOf(code));
        Drawn?.Invoke(code);
    }

    private void Replace(byte[] hash)
    {
        _hash = hash;
        _drawnAt = time.GetUtcNow();
        _wrong = 0;
    }
}
