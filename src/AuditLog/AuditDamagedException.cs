namespace Strongroom.AuditLog;

/// <summary>The log on disk is not what was written: it was changed, put back or cut, and does not open.</summary>
public sealed class AuditDamagedException : Exception
{
    /// <summary>Says where and what.</summary>
    public AuditDamagedException(string place, string fault)
        : base($"{place}: {fault}") => (Place, Fault) = (place, fault);

    /// <summary>Where: a file, with the byte or entry.</summary>
    public string Place { get; }

    /// <summary>What is wrong there.</summary>
    public string Fault { get; }
}
