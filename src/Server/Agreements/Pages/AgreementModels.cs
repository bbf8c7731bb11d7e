using Strongroom.Server.Staff;

namespace Strongroom.Server.Agreements.Pages;

/// <summary>Reads what the page of the agreement shows.</summary>
internal sealed class AgreementModels(ViewAgreements agreements, ViewPasskeys passkeys, PasskeyPlace place)
{
    public async Task<AgreementModel> OfAsync(Standing standing, CancellationToken cancellation) => new()
    {
        ToSign = await agreements.ForSignerAsync(standing, cancellation),
        HasPasskey = place.IsName && (await passkeys.RunAsync(standing, cancellation)).Items.Count > 0,
    };
}
