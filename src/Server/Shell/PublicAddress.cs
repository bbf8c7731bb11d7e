namespace Strongroom.Server.Shell;

/// <summary>
/// The address that people type: what the settings say, or what the first run is about to choose. Passkeys are bound
/// to its host name.
/// </summary>
internal sealed class PublicAddress(Settings settings)
{
    private Uri? _tried;

    /// <summary>Null until it is known.</summary>
    public Uri? Url
    {
        get => Volatile.Read(ref _tried) ?? settings.PublicUrl;
        set => Volatile.Write(ref _tried, value);
    }
}
