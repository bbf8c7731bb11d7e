using Strongroom.Server.Shell.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff.Pages;

/// <summary>Reads what the pages show that ask whether it is still you.</summary>
internal sealed class FactorModels(ViewPasskeys passkeys, PasskeyPlace place)
{
    public async Task<FactorModel> OfAsync(
        Standing standing, string? untrustedBack, Refusal? refusal, CancellationToken cancellation) => new()
        {
            Back = OwnPath.Of(untrustedBack),
            HasPasskey = place.IsName && (await passkeys.RunAsync(standing, cancellation)).Items.Count > 0,
            IsLocked = standing.IsLocked,
            Refusal = refusal?.Sentence,
        };
}
