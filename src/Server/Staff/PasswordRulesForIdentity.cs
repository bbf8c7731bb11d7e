using Microsoft.AspNetCore.Identity;

namespace Strongroom.Server.Staff;

/// <summary>Makes Identity enforce <see cref="PasswordRules"/> on every way in which a password can be set.</summary>
internal sealed class PasswordRulesForIdentity : IPasswordValidator<StaffRow>
{
    public Task<IdentityResult> ValidateAsync(UserManager<StaffRow> manager, StaffRow user, string? password)
    {
        string? fault = PasswordRules.Check(password ?? string.Empty, user.Email, user.Name);
        return Task.FromResult(fault is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "password", Description = fault }));
    }
}
