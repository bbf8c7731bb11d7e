using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Strongroom.Server.Staff;

namespace Strongroom.Server.Agreements;

/// <summary>
/// Checks a kept assertion again with Identity's handler, the one that took it: the whole ceremony, with the public key
/// of the receipt in place of the registry's, so that a passkey removed since does not matter.
/// </summary>
internal sealed class CheckSignature(IHttpContextAccessor accessor)
{
    public async Task<bool> HoldsAsync(ReceiptCard untrustedReceipt, CancellationToken cancellation)
    {
        if (!KeptAssertion.TryRead(untrustedReceipt, out KeptAssertion? kept) || Host(kept.Assertion.Browser) is not { } host)
        {
            return false;
        }

        using var users = new UserManager<StaffRow>(
            new ReceiptStore(kept), Options.Create(new IdentityOptions()), null!, [], [], null!, null!, null!,
            NullLogger<UserManager<StaffRow>>.Instance);
        var options = new IdentityPasskeyOptions
        {
            // The business may have moved since: the host is the one that was signed.
            ServerDomain = host,
            UserVerificationRequirement = "required",
            ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin),
        };
        string state = $$"""{"challenge":"{{Convert.ToBase64String(kept.Hash)}}","userId":"{{kept.Staff.Id}}"}""";
        PasskeyAssertionResult<StaffRow> result = await new PasskeyHandler<StaffRow>(users, Options.Create(options))
            .PerformAssertionAsync(new PasskeyAssertionContext
            {
                HttpContext = accessor.HttpContext!,
                CredentialJson = kept.Assertion.ToJson(),
                AssertionState = state,
            });
        cancellation.ThrowIfCancellationRequested();
        return result.Succeeded;
    }

    private static string? Host(byte[] untrustedBrowser)
    {
        try
        {
            using var browser = JsonDocument.Parse(untrustedBrowser);
            return browser.RootElement.ValueKind == JsonValueKind.Object
                && browser.RootElement.TryGetProperty("origin", out JsonElement origin)
                && origin.ValueKind == JsonValueKind.String
                && Uri.TryCreate(origin.GetString(), UriKind.Absolute, out Uri? url)
                ? url.IdnHost
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
