using Strongroom.Server.Shell;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Keys;

/// <summary>Wires the keys.</summary>
internal static class KeysSlice
{
    public static void AddKeys(this IServiceCollection services) => services
        .AddSingleton(provider =>
        {
            Settings settings = provider.GetRequiredService<Settings>();
            string file = settings.UnsealKeyFile ?? Path.Combine(settings.CredentialsPath, "unseal-key");
            return new UnsealKeyFile(file, provider.GetRequiredService<DataFolder>());
        })
        .AddSingleton<ShareDesk>()
        .AddSingleton<UnsealKeys>()
        .AddSingleton<RenewRoot>()
        .AddSingleton<InstallationKeys>()
        .AddSingleton<CompartmentKeyRing>()
        .AddSingleton<KeyringStore>()
        .AddSingleton<KeyCeremony>()
        .AddSingleton<OpenInstallation>();
}
