using Microsoft.AspNetCore.Identity;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Where passkeys are at home: the host name that people type, and the one origin whose pages may use them. Without a
/// public address only <c>localhost</c> will do, so that no host name that a caller makes up can take its place.
/// </summary>
internal sealed class PasskeyPlace(PublicAddress address)
{
    private const string Loopback = "localhost";
    private const string Required = "required";

    /// <summary>The name that passkeys are bound to.</summary>
    /// <exception cref="RefusedException">The public address is a number; passkeys need a name.</exception>
    public string Domain =>
        address.Url is not { } url ? Loopback
        : url.HostNameType == UriHostNameType.Dns ? url.IdnHost
        : throw new RefusedException(StaffRefusals.PasskeysNeedName);

    /// <summary>Whether passkeys work at the public address.</summary>
    public bool IsName => address.Url is null or { HostNameType: UriHostNameType.Dns };

    /// <summary>How the ceremonies go; nothing is left to what a request says of itself.</summary>
    public IdentityPasskeyOptions Options() => new()
    {
        ServerDomain = Domain,
        UserVerificationRequirement = Required,
        ResidentKeyRequirement = Required,
        AttestationConveyancePreference = "none",
        ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin && context.TopOrigin is null
            && string.Equals(context.Origin, Origin(context.HttpContext.Request.Host), StringComparison.Ordinal)),
    };

    private string? Origin(HostString asked) =>
        address.Url is { } url ? Write(url.IdnHost, url.IsDefaultPort ? null : url.Port)
        : asked.Host is Loopback ? Write(Loopback, asked.Port)
        : null;

    private static string Write(string host, int? port) => port is null ? $"https://{host}" : $"https://{host}:{port}";
}
