using Npgsql;
using Strongroom.Sealing;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Postgres;

/// <summary>
/// Makes databases ahead, with a credential that the server never has: the registry's, once, and two for each compartment
/// to come, each with a role that owns it and reaches no other. Run by an administrator beside the server.
/// </summary>
internal sealed class PrepareDatabases(Settings settings)
{
    // Before 15 everybody may make tables in the schema "public" of a database that they may connect to.
    private static readonly Version Oldest = new(15, 0);

    /// <param name="adminFile">The file with the administrator's connection string.</param>
    /// <param name="compartments">For how many compartments.</param>
    /// <param name="cancellation">Stops after the pair that is being made.</param>
    /// <exception cref="RefusedException">The credential does not do, or the server does not.</exception>
    public async Task<PreparedReport> RunAsync(string adminFile, int compartments, CancellationToken cancellation)
    {
        NpgsqlConnectionStringBuilder access = PostgresAccess.Ours(PostgresAccess.Read(adminFile));
        access.Pooling = false;
        try
        {
            await using var admin = new NpgsqlConnection(access.ConnectionString);
            await admin.OpenAsync(cancellation);
            await CheckAsync(admin, cancellation);
            string? registry = await MakeRegistryAsync(admin, access, cancellation);
            for (int i = 0; i < compartments; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                await MakePairAsync(admin, access);
            }

            return new PreparedReport(compartments, registry, await OpenToAllAsync(admin, cancellation));
        }
        catch (NpgsqlException failure) when (StoreFailures.Find(failure) is not null)
        {
            throw new RefusedException(StoreFailures.Find(failure)!);
        }
    }

    private static async Task CheckAsync(NpgsqlConnection admin, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT rolsuper OR (rolcreatedb AND rolcreaterole) FROM pg_roles WHERE rolname = CURRENT_USER
            """,
            admin);
        bool mayMake = await command.ExecuteScalarAsync(cancellation) is true;
        if (!mayMake || admin.PostgreSqlVersion < Oldest)
        {
            throw new RefusedException(StorageRefusals.CannotPrepare);
        }
    }

    private async Task<string?> MakeRegistryAsync(
        NpgsqlConnection admin, NpgsqlConnectionStringBuilder access, CancellationToken cancellation)
    {
        string file = PostgresAccess.FileOf(settings);
        if (File.Exists(file) || File.Exists(DataFolder.RegistryFileOf(settings.DataPath)))
        {
            return null; // it is there, or it is a file and stays one: only compartments move
        }

        string name = PreparedPair.Name(RecordId.New(), "registry");
        using SecretBytes password = RolePassword.Draw();
        await MakeAsync(admin, name, password, cancellation);
        NpgsqlConnectionStringBuilder registry = Endpoint(access);
        registry.Database = name;
        registry.Username = name;
        registry.Password = RolePassword.Text(password);
        DataFolder.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        DurableFile.Replace(file, System.Text.Encoding.UTF8.GetBytes(registry.ConnectionString + "\n"));
        return file;
    }

    private async Task MakePairAsync(NpgsqlConnection admin, NpgsqlConnectionStringBuilder access)
    {
        var id = RecordId.New();
        using SecretBytes keys = RolePassword.Draw();
        using SecretBytes records = RolePassword.Draw();

        // Once begun a pair is finished: a database that nobody has the password of would stay behind.
        await MakeAsync(admin, PreparedPair.KeysName(id), keys, CancellationToken.None);
        await MakeAsync(admin, PreparedPair.RecordsName(id), records, CancellationToken.None);
        var pair = new PreparedPair
        {
            Id = id,
            Endpoint = Endpoint(access).ConnectionString,
            KeysPassword = RolePassword.Text(keys),
            RecordsPassword = RolePassword.Text(records),
        };
        pair.Keep(DataFolder.StockFolderOf(settings.DataPath));
    }

    // Bytes compare as bytes, as in SQLite. The administrator has to be a member while giving the database away.
    private static async Task MakeAsync(
        NpgsqlConnection admin, string name, SecretBytes password, CancellationToken cancellation)
    {
        string[] statements =
        [
            $"""
            CREATE ROLE {name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
            PASSWORD '{ScramVerifier.Of(password)}'
            """,
            $"GRANT {name} TO CURRENT_USER",
            $"""
            CREATE DATABASE {name} OWNER {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'
            """,
            $"REVOKE ALL ON DATABASE {name} FROM PUBLIC",
            $"REVOKE {name} FROM CURRENT_USER",
        ];
        foreach (string statement in statements)
        {
#pragma warning disable CA2100 // Names are of our own making, 16 random bytes in hexadecimal digits.
            await using var command = new NpgsqlCommand(statement, admin);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task<IReadOnlyList<string>> OpenToAllAsync(
        NpgsqlConnection admin, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT datname::text FROM pg_database
            WHERE datallowconn AND (datacl IS NULL OR EXISTS (
                SELECT 1 FROM aclexplode(datacl) WHERE grantee = 0 AND privilege_type = 'CONNECT'))
            ORDER BY 1
            """,
            admin);
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await rows.ReadAsync(cancellation))
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }

    private static NpgsqlConnectionStringBuilder Endpoint(NpgsqlConnectionStringBuilder access)
    {
        var endpoint = new NpgsqlConnectionStringBuilder { Host = access.Host, Port = access.Port };
        if (access.SslMode != endpoint.SslMode)
        {
            endpoint.SslMode = access.SslMode;
        }

        if (access.RootCertificate is { Length: > 0 } authority)
        {
            endpoint.RootCertificate = authority;
        }

        return endpoint;
    }
}
