using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage;

/// <summary>Wires the stores: the data folder, and the registry brought up to date before anything reads it.</summary>
internal static class StorageSlice
{
    /// <param name="services">Where it is added.</param>
    /// <param name="data">The data folder, open and locked.</param>
    /// <param name="settings">Takes what was chosen in the pages.</param>
    /// <exception cref="RefusedException">What was chosen does not fit what is set outside.</exception>
    public static void AddStorage(this IServiceCollection services, DataFolder data, ChosenSettings settings)
    {
        using (SqliteConnection registry = SqliteConnections.Open(data.RegistryFile))
        {
            Schema.BringUpToDate(registry, "registry");
            if (!settings.TryTake(StoredSettings.Read(registry), out _))
            {
                throw new RefusedException(ShellRefusals.ChosenUnusable);
            }
        }

        services.AddSingleton(data);
        services.AddPooledDbContextFactory<RegistryDb>(options => options
            .UseSqlite($"Data Source={data.RegistryFile}")
            .AddInterceptors(new SqliteConnections()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<RegistryDb>>().CreateDbContext());
    }

    /// <summary>Stands just inside of what turns refusals into answers.</summary>
    public static void UseStoreFailures(this IApplicationBuilder app) => app.UseMiddleware<StoreFailures>();
}
