using Strongroom.Sealing;

namespace Strongroom.Server.Keys;

/// <summary>The installation's keys while it is open; each is random, has one use, and is wiped on sealing.</summary>
internal sealed class OpenKeys : IDisposable
{
    public required SigningKey AuditSigning { get; init; }

    public required SealingKey AuditBody { get; init; }

    public required KeyedHash Pepper { get; init; }

    public required KeyedHash Session { get; init; }

    public required KeyedHash CodeRoute { get; init; }

    /// <summary>Null in an installation that was claimed before there was a key for it; its store is in files.</summary>
    public SealingKey? Database { get; init; }

    public void Dispose()
    {
        AuditSigning.Dispose();
        AuditBody.Dispose();
        Pepper.Dispose();
        Session.Dispose();
        CodeRoute.Dispose();
        Database?.Dispose();
    }
}
