namespace Strongroom.Vocabulary;

/// <summary>How much harm a field does when it gets out; each step asks for more before a reveal.</summary>
public enum Sensitivity
{
    /// <summary>Not a sensitivity.</summary>
    None = 0,

    /// <summary>A name, an address: revealed for a purpose.</summary>
    Personal = 1,

    /// <summary>What a customer would not want known: date of birth, services used.</summary>
    Sensitive = 2,

    /// <summary>Social security, card and account numbers: revealed only after a fresh step-up.</summary>
    Protected = 3,
}
