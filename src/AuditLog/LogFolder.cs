namespace Strongroom.AuditLog;

/// <summary>The names in a log's folder.</summary>
internal sealed record LogFolder(string Path)
{
    public string Lock => System.IO.Path.Combine(Path, "lock");

    public string Journal => System.IO.Path.Combine(Path, "journal");

    public string Checkpoint => System.IO.Path.Combine(Path, "checkpoint");
}
