using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup.Pages;

/// <summary>What the page of the address shows.</summary>
internal sealed record AddressModel
{
    public required AddressInput Input { get; init; }

    /// <summary>Whether passkeys will work under that host; null where it is no host.</summary>
    public bool? HasPasskeys { get; init; }

    /// <summary>Where the address is set, in words; null where it may be chosen here.</summary>
    public string? HostLock { get; init; }

    /// <summary>Where TLS is set, in words; null where it may be chosen here.</summary>
    public string? TlsLock { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}
