namespace Strongroom.AuditLog;

/// <summary>
/// The log takes no entries: what must be logged first must not be done. It stays so until the log is opened again.
/// </summary>
public sealed class AuditUnavailableException : Exception
{
    /// <summary>Says why.</summary>
    public AuditUnavailableException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
