using System.Text;
using Npgsql;
using Strongroom.Sealing;

namespace Strongroom.Server.Storage.Postgres;

/// <summary>Draws passwords of roles, and sets them without saying them.</summary>
internal static class RolePassword
{
    // 64 hexadecimal digits of 32 random bytes.
    private const int Bytes = 32;

    /// <summary>Draws a password; the caller wipes it.</summary>
    public static SecretBytes Draw()
    {
        using var drawn = SecretBytes.Random(Bytes);
        byte[] text = new byte[Bytes * 2];
        _ = Convert.TryToHexStringLower(drawn.Reveal(), text, out _);
        return SecretBytes.TakeFrom(text);
    }

    /// <summary>As the driver wants it; such a copy cannot be wiped.</summary>
    public static string Text(SecretBytes password) => Encoding.ASCII.GetString(password.Reveal());

    /// <summary>Gives the role that is connected a new password.</summary>
    public static async Task ChangeAsync(
        NpgsqlConnection connection, SecretBytes password, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // A statement of this sort takes no parameter; a verifier is base64 and digits.
        await using var command = new NpgsqlCommand(
            $"ALTER ROLE CURRENT_USER PASSWORD '{ScramVerifier.Of(password)}'", connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
