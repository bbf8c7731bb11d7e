using System.Net;
using Strongroom.Server.Keys;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Reads who calls and what they may, from the session or the key presented, fresh for every request.
/// </summary>
internal sealed class ReadStanding(
    RegistryStatements registry, Sessions sessions, LockIdleScreen lockIdle, ServiceKeys keys,
    InstallationKeys installation, TimeProvider time)
{
    /// <summary>The caller's standing; a visitor's where nothing valid is presented.</summary>
    public async Task<Standing> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        // While everything is sealed nobody can be recognised, and what answers then answers everybody.
        if (!installation.IsOpen || !SessionCookie.TryRead(request, out string? untrustedToken))
        {
            return Standing.Visitor;
        }

        Standing? standing = untrustedToken.StartsWith(ServiceKeyText.Prefix, StringComparison.Ordinal)
            ? await ReadKeyAsync(untrustedToken, request.HttpContext.Connection.RemoteIpAddress, cancellation)
            : await ReadSessionAsync(untrustedToken, !SessionCookie.IsBearer(request), cancellation);
        return standing ?? Standing.Visitor;
    }

    private async Task<Standing?> ReadSessionAsync(
        string untrustedToken, bool isScreen, CancellationToken cancellation)
    {
        byte[] hash = sessions.Hash(untrustedToken);
        KnownSession? found = KnownSession.Find(registry, hash);
        if (found is null || !sessions.Runs(found.Session, found.Staff))
        {
            return null;
        }

        bool isLocked = await IsLockedAsync(found.Session, isScreen, cancellation);
        IReadOnlyList<Role> roles = found.Staff.Roles;
        return new Standing
        {
            Actor = Actor.Of(found.Staff.Id),
            Permissions = RolePermissions.Of(roles),
            Series = found.Staff.Series.ToHashSet(StringComparer.Ordinal),
            ScreenedUntil = found.Staff.ScreenedUntil,
            HasSignedCurrentAgreement = found.IsSigned,
            SteppedUpAt = found.Session.SteppedUpAt,
            SteppedUpFor = found.Session.SteppedUpFor,
            StepUpEntry = found.Session.StepUpEntry,
            IsLocked = isLocked,
            FactorAt = found.Session.FactorAt,
            RevealKinds = RolePermissions.RevealKinds(roles),
            Session = Convert.ToHexString(hash),
        };
    }

    // A locked session is not in use: it ends when an unused one does.
    private async Task<bool> IsLockedAsync(SessionRow session, bool isScreen, CancellationToken cancellation)
    {
        if (session.LockedAt is not null || (isScreen && await lockIdle.RunAsync(session, cancellation)))
        {
            return true;
        }

        await sessions.NoteSeenAsync(session, cancellation);
        return false;
    }

    private async Task<Standing?> ReadKeyAsync(string untrustedKey, IPAddress? from, CancellationToken cancellation)
    {
        if (!ServiceKeyText.IsWellFormed(untrustedKey))
        {
            return null;
        }

        byte[] hash = keys.Hash(untrustedKey);
        KnownKey? found = KnownKey.Find(registry, hash);
        if (found is null || found.Account.ExpiresAt <= time.GetUtcNow() || !AllowedAddresses.Allow(
            found.Account.Addresses, from)
            || !Scopes.TryParse(found.Account.Scopes.Split(','), out Scopes? scopes))
        {
            return null;
        }

        await keys.NoteUsedAsync(found.Account, cancellation);
        return new Standing
        {
            Actor = Actor.Of(found.Account.Id),
            Permissions = scopes.Permissions,
            Series = found.Account.Series.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(
                StringComparer.Ordinal),
            ScreenedUntil = found.ScreenedUntil,
            HasSignedCurrentAgreement = found.IsSigned,
            RevealKinds = scopes.RevealKinds,
        };
    }
}
