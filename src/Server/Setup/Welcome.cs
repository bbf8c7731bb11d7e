using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>What the start prints: where the server is, how its certificate is recognised, and the setup code while nobody owns it.</summary>
internal sealed class Welcome(IServer server, ServerCertificate certificate, SetupCode code, Settings settings)
{
    private const string None = "none";

    /// <summary>Whether a compartment's key is opened without anybody present.</summary>
    public bool IsWantedAtStart(CompartmentId compartment) => settings.OpenAtStart is not [None];

    public void PrintAddresses(InstallationState state)
    {
        if (state == InstallationState.Unclaimed)
        {
            code.Drawn = PrintCode;
            code.Draw();
            return;
        }

        Terminal.Print($"Strongroom answers at {Addresses()}; certificate SHA-256 {certificate.Fingerprint}");
    }

    /// <summary>Says why the start could not open the keys.</summary>
    public static void PrintSealed(Refusal refusal) => Terminal.Complain($"sealed: {refusal.Code}\nhint: {refusal.Sentence}");

    private void PrintCode(string setupCode)
    {
        string line = new('-', 72);
        Terminal.Print($"""
            {line}
              Strongroom has no owner yet. Claim it:  strongroom setup
              Address:      {Addresses()}
              Certificate:  SHA-256 {certificate.Fingerprint[..47]}
                            {certificate.Fingerprint[48..]}
              Setup code:   {setupCode}
              (once; for {SetupCode.Life.TotalMinutes:0} minutes and {SetupCode.Tries} tries, then another is shown here)
            {line}
            """);
    }

    private string Addresses() =>
        string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? settings.ServerUrls.Select(url => url.ToString()));
}
