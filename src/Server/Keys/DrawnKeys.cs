using Strongroom.Sealing;

namespace Strongroom.Server.Keys;

/// <summary>
/// Keys that are drawn but not kept: they are in memory only, until the ceremony writes them or they are wiped. The
/// keyring holds each sealed already, and the root's private half is gone.
/// </summary>
internal sealed class DrawnKeys : IDisposable
{
    private OpenKeys? _installation;

    public required SecretBytes UnsealKey { get; init; }

    public required Keyring Keyring { get; init; }

    /// <summary>Whether the installation works with them, or they are wiped.</summary>
    public bool IsTaken => Volatile.Read(ref _installation) is null;

    /// <exception cref="ObjectDisposedException">They were handed over or wiped.</exception>
    public required OpenKeys Installation
    {
        get => _installation ?? throw new ObjectDisposedException(nameof(DrawnKeys));
        init => _installation = value;
    }

    /// <summary>Hands the installation's keys over; disposing of this no longer wipes them.</summary>
    public OpenKeys TakeInstallation() =>
        Interlocked.Exchange(ref _installation, null) ?? throw new ObjectDisposedException(nameof(DrawnKeys));

    public void Dispose()
    {
        UnsealKey.Dispose();
        Interlocked.Exchange(ref _installation, null)?.Dispose();
    }

    public override string ToString() => nameof(DrawnKeys);
}
