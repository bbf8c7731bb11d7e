using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage.Postgres;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>Wires the stores: the data folder, and the registry brought up to date before anything reads it.</summary>
internal static class StorageSlice
{
    /// <param name="services">Where it is added.</param>
    /// <param name="data">The data folder, open and locked.</param>
    /// <param name="settings">Which kind of store it is.</param>
    /// <param name="chosen">Takes what was chosen in the pages.</param>
    /// <exception cref="RefusedException">
    /// What was chosen does not fit what is set outside, or the store cannot be had as it is set.
    /// </exception>
    public static void AddStorage(
        this IServiceCollection services, DataFolder data, Settings settings, ChosenSettings chosen)
    {
        bool isPostgres = settings.StoreKind == StoreKind.Postgres;
        if (isPostgres ? File.Exists(data.RegistryFile) : File.Exists(data.KeyringFile) && !File.Exists(data.RegistryFile))
        {
            throw new RefusedException(StorageRefusals.OtherKind);
        }

        StoreLimits limits = isPostgres
            ? services.AddPostgresRegistry(settings, chosen) : services.AddSqliteRegistry(data, settings, chosen);
        services.AddSingleton(data);
        services.AddSingleton(limits);
        services.AddSingleton(provider =>
            new ReadingSessions(limits.Reading, provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<RegistryDb>>().CreateDbContext());
    }

    /// <summary>Stands just inside of what turns refusals into answers.</summary>
    public static void UseStoreFailures(this IApplicationBuilder app) => app.UseMiddleware<StoreFailures>();

    private static StoreLimits AddSqliteRegistry(
        this IServiceCollection services, DataFolder data, Settings settings, ChosenSettings chosen)
    {
        var registry = new SqliteDatabase(data.RegistryFile);
        Prepare(registry, chosen);
        StoreLimits limits = HasPairs(registry) ? StoreLimits.OfConnections(settings.MaxConnections) : StoreLimits.OfFiles;
        services.AddSingleton(_ => new RegistryStatements(registry, limits.RegistryStatements));
        services.AddPooledDbContextFactory<RegistryDb>(options => options
            .UseSqlite($"Data Source={data.RegistryFile}")
            .AddInterceptors(new SqliteConnections()));
        return limits;
    }

    private static StoreLimits AddPostgresRegistry(
        this IServiceCollection services, Settings settings, ChosenSettings chosen)
    {
        var limits = StoreLimits.OfConnections(settings.MaxConnections);
        NpgsqlConnectionStringBuilder registry = PostgresAccess.Registry(settings, limits);
        var alone = new PostgresDatabase(PostgresAccess.RegistryAlone(settings).ConnectionString);
        Prepare(alone, chosen);
        services.AddSingleton(_ => new RegistryStatements(alone, limits.RegistryStatements));
        services.AddSingleton(_ => NpgsqlDataSource.Create(registry)); // made by the container, so disposed of by it
        services.AddPooledDbContextFactory<RegistryDb>((provider, options) => options.UseNpgsql(
            provider.GetRequiredService<NpgsqlDataSource>(),
            npgsql => npgsql.ExecutionStrategy(dependencies => new RetryConflicts(dependencies))));
        return limits;
    }

    // Compartments that were moved have connections to PostgreSQL, which has only so many.
    private static bool HasPairs(SqliteDatabase registry)
    {
        using var statements = new Statements(registry, isWriter: false);
        return statements.First(row => row.GetString(0), "SELECT id FROM database_pair LIMIT 1") is not null;
    }

    private static void Prepare(IDatabase database, ChosenSettings chosen)
    {
        try
        {
            using DbConnection registry = database.Open();
            Schema.BringUpToDate(database, registry, "registry");
            if (!chosen.TryTake(StoredSettings.Read(registry), out _))
            {
                throw new RefusedException(ShellRefusals.ChosenUnusable);
            }
        }
        catch (NpgsqlException failure) when (StoreFailures.Find(failure) is not null)
        {
            throw new RefusedException(StoreFailures.Find(failure)!);
        }
    }
}
