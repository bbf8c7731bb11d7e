namespace Strongroom.Server.Setup;

/// <summary>The pages of the first run, in their order.</summary>
internal enum SetupStep
{
    /// <summary>Not a step.</summary>
    None = 0,

    /// <summary>The setup code.</summary>
    Claim = 1,

    /// <summary>What the business is.</summary>
    Business = 2,

    /// <summary>What people type, and TLS.</summary>
    Address = 3,

    /// <summary>Who owns it.</summary>
    You = 4,

    /// <summary>Passkeys, where they work.</summary>
    Passkeys = 5,

    /// <summary>The second factor is shown to be kept.</summary>
    Factor = 6,

    /// <summary>Recovery codes.</summary>
    Codes = 7,

    /// <summary>The recovery sheet.</summary>
    Kit = 8,

    /// <summary>The first compartment; with it the claim is done.</summary>
    Compartment = 9,
}
