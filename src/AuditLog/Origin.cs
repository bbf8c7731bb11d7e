using System.Text;

namespace Strongroom.AuditLog;

/// <summary>The name of one log, which is also the name of its key in signed notes.</summary>
internal static class Origin
{
    private const int MaxBytes = 200;

    public static bool Fits(ReadOnlySpan<char> untrustedText)
    {
        foreach (char one in untrustedText)
        {
            if (one == '+' || char.IsWhiteSpace(one) || char.IsControl(one) || char.IsSurrogate(one))
            {
                return false;
            }
        }

        return !untrustedText.IsEmpty && Encoding.UTF8.GetByteCount(untrustedText) <= MaxBytes;
    }
}
