namespace Strongroom.Vocabulary;

/// <summary>Carries a <see cref="Refusal"/> to the one place that turns it into an answer.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>
    /// Refuses with a constant, and, for malformed input, the names of the fields that did not fit (never their
    /// values).
    /// </summary>
    public RefusedException(Refusal refusal, params IReadOnlyList<FieldFault> faults)
        : base(refusal?.Code)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        Refusal = refusal;
        Faults = faults;
    }

    /// <summary>The rule's "no".</summary>
    public Refusal Refusal { get; }

    /// <summary>Which fields did not fit, and why; empty where the refusal is not about input.</summary>
    public IReadOnlyList<FieldFault> Faults { get; }
}
