using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Erasure;

/// <summary>
/// What the server may do when it goes on with an erasure that was cut off: that, in that series, and nothing else.
/// Somebody who may erase has asked for it, and the log has the entry.
/// </summary>
internal static class ErasureStanding
{
    public static Standing For(string series) => new()
    {
        Actor = Actor.Server,
        Permissions = new HashSet<Permission> { Permission.EraseCustomers },
        Series = new HashSet<string>(StringComparer.Ordinal) { series },
        // No person sees anything here, so there is nobody to screen and nobody to sign.
        ScreenedUntil = DateTimeOffset.MaxValue,
        HasSignedCurrentAgreement = true,
    };
}
