using Strongroom.Server.Audit;
using Strongroom.Server.Keys;

namespace Strongroom.Server.Setup;

/// <summary>
/// Makes the installation's keys and begins its audit log; after a crash in between, takes up what is there.
/// </summary>
internal sealed class MakeKeys(
    KeyCeremony ceremony, OpenInstallation opening, KeyringStore store, InstallationKeys keys, AuditWriter audit)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (keys.IsOpen)
        {
            return;
        }

        if (store.Exists)
        {
            opening.Run(_ => false);
        }
        else
        {
            await ceremony.CreateAsync(cancellation);
        }

        await audit.OpenAsync(cancellation);
    }
}
