using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// Identity's view of the registry: address, password, stamp. Locks and second factors are ours, because they must be
/// atomic.
/// </summary>
internal sealed class StaffStore(RegistryDb db)
    : IUserPasswordStore<StaffRow>, IUserSecurityStampStore<StaffRow>, IUserEmailStore<StaffRow>,
        IUserPasskeyStore<StaffRow>
{
    public Task<string> GetUserIdAsync(StaffRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(StaffRow user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(StaffRow user, string? userName, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task<string?> GetNormalizedUserNameAsync(StaffRow user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    // The address is normalised where it comes in; Identity's own upper-case form is not kept.
    public Task SetNormalizedUserNameAsync(
        StaffRow user, string? normalizedName, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public async Task<IdentityResult> CreateAsync(StaffRow user, CancellationToken cancellationToken)
    {
        db.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(StaffRow user, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(StaffRow user, CancellationToken cancellationToken)
    {
        db.Remove(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<StaffRow?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        StaffId.TryParse(userId, null, out StaffId? id)
            ? await db.Set<StaffRow>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            : null;

    public Task<StaffRow?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<StaffRow?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        db.Set<StaffRow>().SingleOrDefaultAsync(row => row.Email == normalizedEmail, cancellationToken);

    public Task<string?> GetPasswordHashAsync(StaffRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Password);

    public Task SetPasswordHashAsync(StaffRow user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.Password = passwordHash;
        return Task.CompletedTask;
    }

    public Task<bool> HasPasswordAsync(StaffRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Password is not null);

    public Task<string?> GetSecurityStampAsync(StaffRow user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Stamp);

    public Task SetSecurityStampAsync(StaffRow user, string stamp, CancellationToken cancellationToken)
    {
        user.Stamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetEmailAsync(StaffRow user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    public Task SetEmailAsync(StaffRow user, string? email, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> GetEmailConfirmedAsync(StaffRow user, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public Task SetEmailConfirmedAsync(StaffRow user, bool confirmed, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task<string?> GetNormalizedEmailAsync(StaffRow user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    public Task SetNormalizedEmailAsync(StaffRow user, string? normalizedEmail, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffRow user, CancellationToken cancellationToken)
    {
        List<PasskeyRow> rows = await db.Set<PasskeyRow>().AsNoTracking()
            .Where(row => row.Staff == user.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Write)];
    }

    public async Task<StaffRow?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        PasskeyRow? passkey = await db.Set<PasskeyRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Credential == credentialId, cancellationToken);
        return passkey is null ? null : await db.Set<StaffRow>().SingleAsync(
            row => row.Id == passkey.Staff, cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(
        StaffRow user, byte[] credentialId, CancellationToken cancellationToken)
    {
        PasskeyRow? passkey = await db.Set<PasskeyRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Credential == credentialId && row.Staff == user.Id, cancellationToken);
        return passkey is null ? null : Write(passkey);
    }

    // Passkeys are added and removed by their use cases, which record it.
    public Task AddOrUpdatePasskeyAsync(
        StaffRow user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task RemovePasskeyAsync(StaffRow user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public void Dispose()
    {
        // The container disposes of the database.
    }

    // The count is left at 0, so that the handler passes it on unread: AskPasskey compares it in one statement.
    private static UserPasskeyInfo Write(PasskeyRow row) => new(
        row.Credential, row.PublicKey, row.CreatedAt, signCount: 0, [.. row.Transports], isUserVerified: true,
        row.IsBackupEligible, row.IsBackedUp, attestationObject: [], clientDataJson: [])
    {
        Name = row.Name,
    };
}
