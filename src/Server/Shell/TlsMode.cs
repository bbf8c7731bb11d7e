namespace Strongroom.Server.Shell;

/// <summary>Where the server's certificate comes from.</summary>
internal enum TlsMode
{
    /// <summary>Not a mode.</summary>
    None = 0,

    /// <summary>From our own authority, made at the first start.</summary>
    Local = 1,

    /// <summary>From PEM files, read again when they change.</summary>
    Files = 2,

    /// <summary>
    /// A proxy of this machine ends TLS; plain HTTP on loopback only, and nothing else listens.
    /// </summary>
    Proxy = 3,
}
