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
    : IUserPasswordStore<StaffRow>, IUserSecurityStampStore<StaffRow>, IUserEmailStore<StaffRow>
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

    public void Dispose()
    {
        // The container disposes of the database.
    }
}
