using System.Security.Cryptography;
using System.Text;
using Strongroom.Server.Staff;

namespace Strongroom.Server.Setup;

/// <summary>
/// The one-time code that the start prints: valid for 60 minutes and five tries, then another is drawn and printed.
/// It is in memory only.
/// </summary>
internal sealed class SetupCode(TimeProvider time)
{
    public const int Tries = 5;
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(60);
    private readonly Lock _gate = new();
    private string? _code;
    private DateTimeOffset _drawnAt;
    private int _wrong;

    /// <summary>Is told each new code; the start prints it.</summary>
    public Action<string>? Drawn { get; set; }

    /// <summary>Draws a new code; the earlier one is over.</summary>
    public void Draw()
    {
        lock (_gate)
        {
            Replace();
        }
    }

    /// <summary>
    /// Whether this is the code. A wrong one counts; the fifth wrong one, or a try after the hour, makes a new code.
    /// </summary>
    public bool Matches(string untrustedCode)
    {
        lock (_gate)
        {
            if (_code is null || time.GetUtcNow() - _drawnAt >= Life)
            {
                Replace();
                return false;
            }

            bool isRight = HandedCode.TryRead(untrustedCode, out string? code)
                && CryptographicOperations.FixedTimeEquals(
                    Encoding.ASCII.GetBytes(code), Encoding.ASCII.GetBytes(_code));
            if (!isRight && ++_wrong >= Tries)
            {
                Replace();
            }

            return isRight;
        }
    }

    private void Replace()
    {
        _code = HandedCode.New();
        _drawnAt = time.GetUtcNow();
        _wrong = 0;
        Drawn?.Invoke(_code);
    }
}
