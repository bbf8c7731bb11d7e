using Strongroom.Sealing;
using Strongroom.Server.Keys;

namespace Strongroom.Server.Setup;

/// <summary>
/// The keys that a claim will stand on: drawn and in memory only, or, after a crash between keys and owner, those that
/// are there.
/// </summary>
internal sealed class FoundingKeys : IDisposable
{
    /// <summary>What goes onto the recovery sheet.</summary>
    public required SecretBytes UnsealKey { get; init; }

    /// <summary>What the authenticator's secret and the recovery codes are computed with.</summary>
    public required KeyedHash Pepper { get; init; }

    /// <summary>Keys that are not on the disk yet; null where they are.</summary>
    public DrawnKeys? Drawn { get; init; }

    public void Dispose()
    {
        Drawn?.Dispose();
        UnsealKey.Dispose();
    }

    public override string ToString() => nameof(FoundingKeys);
}
