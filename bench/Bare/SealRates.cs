using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;
using Strongroom.Sealing;
using Strongroom.Vocabulary;

namespace Strongroom.Bare;

/// <summary>
/// How many records of 1,000 bytes a second are sealed on one core: by our seal, and by pgcrypto inside PostgreSQL as it is
/// commonly used, once as PGP messages with a passphrase and once as raw AES-CBC with a key and no integrity.
/// </summary>
internal static class SealRates
{
    private const int Length = 1000;
    private const int Ours = 50_000;
    private const int OfPgp = 3_000;
    private const int OfAes = 50_000;

    /// <summary>Ours, PGP, AES.</summary>
    public static double[] Measure(string server)
    {
        byte[] record = RandomNumberGenerator.GetBytes(Length);
        using var key = SealingKey.New(1);
        var context = new SealContext
        {
            Type = "record",
            Table = "record",
            Column = "sealed",
            Record = RecordId.New(),
        };
        key.Seal(context, record);
        double ours = Rate(Ours, () =>
        {
            for (int i = 0; i < Ours; i++)
            {
                key.Seal(context, record);
            }
        });

        using var connection = new NpgsqlConnection($"{server};Database=bare_keys;Pooling=False;Command Timeout=120");
        connection.Open();
        Run(connection, "CREATE EXTENSION IF NOT EXISTS pgcrypto");
        string text = $"convert_from(decode(repeat('61', {Length}), 'hex'), 'UTF8')";
        double pgp = Rate(OfPgp, () => Run(
            connection, $"SELECT count(pgp_sym_encrypt({text} || i, 'four unrelated plain words')) FROM generate_series(1, {OfPgp}) i"));
        double aes = Rate(OfAes, () => Run(
            connection, $"SELECT count(encrypt_iv(convert_to({text} || i, 'UTF8'), decode(repeat('0b', 32), 'hex'), gen_random_bytes(16), 'aes')) FROM generate_series(1, {OfAes}) i"));
        return [ours, pgp, aes];
    }

    private static double Rate(int count, Action work)
    {
        long begin = Stopwatch.GetTimestamp();
        work();
        return count / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
