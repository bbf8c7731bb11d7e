using System.Net;
using Npgsql;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Postgres;

/// <summary>
/// How PostgreSQL is reached: what a connection string may say, and what every connection of ours says besides.
/// </summary>
internal static class PostgresAccess
{
    private const long LargestFile = 64 * 1024;

    /// <summary>Reads the file of a connection string.</summary>
    /// <exception cref="RefusedException">It is not there or not one, or the way to the server is not safe.</exception>
    public static NpgsqlConnectionStringBuilder Read(string file)
    {
        if (new FileInfo(file) is not { Exists: true, Length: <= LargestFile })
        {
            throw new RefusedException(StorageRefusals.ConnectionMissing);
        }

        return Parse(File.ReadAllText(file).Trim());
    }

    /// <exception cref="RefusedException">It is none, or the way to the server is not safe.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string untrustedText)
    {
        NpgsqlConnectionStringBuilder read;
        try
        {
            read = new NpgsqlConnectionStringBuilder(untrustedText);
        }
        catch (ArgumentException)
        {
            throw new RefusedException(StorageRefusals.ConnectionMissing);
        }

        if (string.IsNullOrEmpty(read.Host) || read.Host.Contains(',', StringComparison.Ordinal))
        {
            throw new RefusedException(StorageRefusals.ConnectionMissing);
        }

        return IsSafe(read) ? read : throw new RefusedException(StorageRefusals.ConnectionUnencrypted);
    }

    /// <summary>
    /// Whether nobody between here and the server can read or pose as it: it is on this machine, or TLS checks its
    /// certificate. Encryption alone would do against who listens, not against who answers.
    /// </summary>
    public static bool IsSafe(NpgsqlConnectionStringBuilder connection) =>
        connection.SslMode is SslMode.VerifyFull or SslMode.VerifyCA || IsOfThisMachine(connection.Host!);

    /// <summary>
    /// The registry's connections. Changes are serializable, as they are in SQLite, where one waits for the other.
    /// </summary>
    public static NpgsqlConnectionStringBuilder Registry(Settings settings, StoreLimits limits)
    {
        NpgsqlConnectionStringBuilder registry = Ours(Read(FileOf(settings)));
        registry.Options += " -c default_transaction_isolation=serializable";
        registry.MaxPoolSize = limits.Registry;
        registry.ConnectionIdleLifetime = 60;
        return registry;
    }

    /// <summary>A connection to the registry that lives long, opened and closed by its owner; for single statements.</summary>
    public static NpgsqlConnectionStringBuilder RegistryAlone(Settings settings)
    {
        NpgsqlConnectionStringBuilder registry = Ours(Read(FileOf(settings)));
        registry.Pooling = false;
        return registry;
    }

    /// <summary>Where the connection string of the registry is.</summary>
    public static string FileOf(Settings settings) =>
        settings.ConnectionFile ?? Path.Combine(settings.CredentialsPath, "database");

    /// <summary>A connection to one database, opened and closed by its owner, never shared.</summary>
    public static NpgsqlConnectionStringBuilder Alone(
        NpgsqlConnectionStringBuilder server, string database, string password)
    {
        NpgsqlConnectionStringBuilder alone = Ours(server);
        alone.Database = database;
        alone.Username = database;
        alone.Password = password;
        alone.Pooling = false;
        return alone;
    }

    /// <summary>What every connection says: commits are durable whatever role or server have been told.</summary>
    public static NpgsqlConnectionStringBuilder Ours(NpgsqlConnectionStringBuilder given) => new(given.ConnectionString)
    {
        ApplicationName = "strongroom",
        AutoPrepareMinUsages = 2,
        CommandTimeout = 30,
        Enlist = false,
        IncludeErrorDetail = false, // it repeats values of rows
        LogParameters = false,
        MaxAutoPrepare = 64,
        Options = "-c synchronous_commit=on",
        PersistSecurityInfo = false,
        Timeout = 5,
    };

    private static bool IsOfThisMachine(string host) =>
        host.StartsWith('/') || host is "localhost"
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
