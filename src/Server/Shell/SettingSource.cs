namespace Strongroom.Server.Shell;

/// <summary>Where the value of a setting comes from; the higher number wins.</summary>
internal enum SettingSource
{
    /// <summary>Nowhere: the built-in value holds.</summary>
    None = 0,

    /// <summary>Chosen in the pages, kept in the registry.</summary>
    Chosen = 1,

    /// <summary><c>strongroom.json</c>.</summary>
    File = 2,

    /// <summary>The environment.</summary>
    Environment = 3,

    /// <summary>The command line.</summary>
    CommandLine = 4,
}
