using Microsoft.AspNetCore.Identity;
using Strongroom.Server.Staff;

namespace Strongroom.Server.Agreements;

/// <summary>The one person and the one passkey of a receipt, as Identity's handler asks for them; nothing is kept.</summary>
internal sealed class ReceiptStore(KeptAssertion kept) : IUserPasskeyStore<StaffRow>
{
    private const byte BackupEligible = 0x08;
    private const int FlagsAt = 32;

    public Task<string> GetUserIdAsync(StaffRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString());

    public Task<StaffRow?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult<StaffRow?>(kept.Staff);

    // What was compared at the time of signing, counter and backup, is not compared again.
    public Task<UserPasskeyInfo?> FindPasskeyAsync(
        StaffRow user, byte[] credentialId, CancellationToken cancellationToken)
    {
        byte[] authenticator = kept.Assertion.Authenticator;
        bool isEligible = authenticator.Length > FlagsAt && (authenticator[FlagsAt] & BackupEligible) != 0;
        return Task.FromResult<UserPasskeyInfo?>(new UserPasskeyInfo(
            kept.Assertion.Credential, kept.PublicKey, DateTimeOffset.UnixEpoch, signCount: 0, [],
            isUserVerified: true, isEligible, isBackedUp: false, attestationObject: [], clientDataJson: []));
    }

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffRow user, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<StaffRow?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task AddOrUpdatePasskeyAsync(
        StaffRow user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task RemovePasskeyAsync(StaffRow user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<string?> GetUserNameAsync(StaffRow user, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SetUserNameAsync(StaffRow user, string? userName, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<string?> GetNormalizedUserNameAsync(StaffRow user, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(
        StaffRow user, string? normalizedName, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<StaffRow?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(StaffRow user, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(StaffRow user, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(StaffRow user, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public void Dispose()
    {
        // It holds nothing.
    }
}
