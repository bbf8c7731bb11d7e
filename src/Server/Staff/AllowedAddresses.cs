using System.Net;

namespace Strongroom.Server.Staff;

/// <summary>Where a service account may call from: addresses and networks, separated by commas. Pure.</summary>
internal static class AllowedAddresses
{
    /// <summary>Whether every part is an address or a network such as <c>10.0.0.0/8</c>.</summary>
    public static bool AreValid(IEnumerable<string> untrustedAddresses) =>
        untrustedAddresses.All(part => Parse(part) is not null);

    /// <summary>Whether a call from <paramref name="from"/> is allowed; an empty list allows all.</summary>
    public static bool Allow(string addresses, IPAddress? from)
    {
        string[] parts = addresses.Split(',', StringSplitOptions.RemoveEmptyEntries);
        IPAddress? caller = from is { IsIPv4MappedToIPv6: true } ? from.MapToIPv4() : from;
        return parts.Length == 0
            || (caller is not null && parts.Any(part => Parse(part) is { } network && network.Contains(caller)));
    }

    private static IPNetwork? Parse(string part)
    {
        if (IPAddress.TryParse(part, out IPAddress? address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(part, out IPNetwork network) ? network : null;
    }
}
