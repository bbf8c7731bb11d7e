namespace Strongroom.Server.Shell;

/// <summary>The id of a request in the log and in its problem details; random, so it may be logged.</summary>
/// <param name="Text">Hexadecimal digits, or the connection's own id.</param>
internal sealed record TraceId(string Text)
{
    public override string ToString() => Text;
}
