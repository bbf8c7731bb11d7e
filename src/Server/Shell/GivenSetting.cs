namespace Strongroom.Server.Shell;

/// <summary>A setting as somebody wrote it, and where.</summary>
/// <param name="Value">As it is written; it may be a secret's file name, never shown.</param>
/// <param name="Source">Where it stands.</param>
internal sealed record GivenSetting(string Value, SettingSource Source)
{
    public override string ToString() => Source.ToString();
}
