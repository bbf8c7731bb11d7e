namespace Strongroom.Server.Customers.Erasure;

/// <summary>Why a customer is erased: a fixed list, for a certificate outlives what it is about.</summary>
internal static class ErasureReasons
{
    public static readonly IReadOnlyList<(string Id, string Label)> All =
    [
        ("asked", "The customer asked for it"),
        ("kept-long-enough", "Kept as long as it has to be"),
        ("mistake", "Registered by mistake"),
    ];

    public static bool Has(string? untrusted) => All.Any(reason => reason.Id == untrusted);
}
