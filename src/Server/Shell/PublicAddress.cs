namespace Strongroom.Server.Shell;

/// <summary>
/// The address that people type, as far as it is known: from the settings, or from setup while the server runs.
/// Passkeys are bound to its host name.
/// </summary>
internal sealed class PublicAddress(Settings settings)
{
    private Uri? _url = settings.PublicUrl;

    /// <summary>Null until it is known.</summary>
    public Uri? Url
    {
        get => Volatile.Read(ref _url);
        set => Volatile.Write(ref _url, value);
    }
}
