using Strongroom.Server.Staff;

namespace Strongroom.Server.Tests;

/// <summary>An invented person with password and authenticator.</summary>
public sealed record Person(string Email, string Password, string Secret, string Id)
{
    public const string GoodPassword = "seven plain herons wade";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public string Code(DateTimeOffset now) => TimeCode.At(Bytes(), TimeCode.StepAt(now));

    private byte[] Bytes()
    {
        var bytes = new List<byte>();
        int held = 0;
        int bits = 0;
        foreach (char c in Secret)
        {
            held = ((held << 5) | Base32.IndexOf(c, StringComparison.Ordinal)) & 0xffff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits & 0xff));
            }
        }

        return [.. bytes];
    }
}
