namespace Strongroom.Server.Checks;

/// <summary>Why an amber may stay.</summary>
/// <param name="Reason">1 to 300 characters on one line; it names no customer.</param>
internal sealed record AcknowledgeRequest(string Reason)
{
    public override string ToString() => nameof(AcknowledgeRequest);
}
