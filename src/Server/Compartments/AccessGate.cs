namespace Strongroom.Server.Compartments;

/// <summary>A gate that the access rule looks at.</summary>
internal enum AccessGate
{
    /// <summary>Not a gate.</summary>
    None = 0,

    /// <summary>Assigned to the compartment's series.</summary>
    Assignment = 1,

    /// <summary>The role or the scopes grant the act.</summary>
    Permission = 2,

    /// <summary>The compartment is open.</summary>
    Compartment = 3,

    /// <summary>Screened, and the screening holds.</summary>
    Screening = 4,

    /// <summary>The current agreement is signed.</summary>
    Agreement = 5,

    /// <summary>The role or the scopes reveal these kinds of field.</summary>
    FieldKinds = 6,

    /// <summary>A purpose of the list was given.</summary>
    Purpose = 7,

    /// <summary>A protected field: the second factor was given just now.</summary>
    StepUp = 8,
}
