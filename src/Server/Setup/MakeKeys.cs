using Strongroom.Server.Audit;
using Strongroom.Server.Keys;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>
/// Makes the installation's keys and begins its audit log; after a crash in between, takes up what is there.
/// </summary>
internal sealed class MakeKeys(
    KeyCeremony ceremony, OpenInstallation opening, KeyringStore store, InstallationKeys keys, AuditWriter audit)
{
    /// <summary>Draws the keys; nothing is written.</summary>
    public FoundingKeys Draw()
    {
        if (store.Exists)
        {
            TakeUp();
            return new FoundingKeys
            {
                UnsealKey = opening.ReadUnsealKey(),
                Pepper = keys.Pepper,
            };
        }

        DrawnKeys drawn = ceremony.Draw();
        return new FoundingKeys
        {
            UnsealKey = drawn.UnsealKey.Copy(),
            Pepper = drawn.Installation.Pepper,
            Drawn = drawn,
        };
    }

    /// <summary>Keeps drawn keys and begins the log with them; after a failure it can be called again.</summary>
    /// <exception cref="RefusedException">Other keys were made meanwhile; the claim begins again.</exception>
    public async Task KeepAsync(FoundingKeys founding, CancellationToken cancellation)
    {
        if (founding.Drawn is { IsTaken: false } drawn)
        {
            ceremony.Keep(drawn);
        }

        if (!audit.IsOpen)
        {
            await audit.OpenAsync(cancellation);
        }
    }

    private void TakeUp()
    {
        if (!keys.IsOpen)
        {
            opening.Run(_ => false);
        }
    }
}
