using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>
/// What the start prints: where the server is, how its certificate is recognised, and the setup code while nobody
/// owns it.
/// </summary>
internal sealed class Welcome(
    IServer server, ServerCertificate certificate, SetupCode code, Settings settings,
    IDbContextFactory<RegistryDb> registry)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public async Task<bool> IsClaimedAsync(CancellationToken cancellation)
    {
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<InstallationRow>().AnyAsync(cancellation);
    }

    /// <summary>
    /// Whether a compartment's key is opened without anybody present; one that was closed by hand stays closed.
    /// </summary>
    public bool IsWantedAtStart(CompartmentFacts? compartment) => compartment is { IsClosed: false }
        && (settings.OpenAtStart is ["all"]
            || settings.OpenAtStart.Any(name => name == compartment.Name || name == compartment.Series));

    public async Task PrintAsync(InstallationState state, CancellationToken cancellation)
    {
        // The port is known only when the listener has it.
        while (server.Features.Get<IServerAddressesFeature>() is not { Addresses.Count: > 0 })
        {
            await Task.Delay(LookEvery, TimeProvider.System, cancellation);
        }

        if (state == InstallationState.Unclaimed)
        {
            code.Adopted = () => Terminal.Print(
                "A new setup code was asked for with \"strongroom setup code\"; the earlier one is over.");
            code.Drawn = PrintCode;
            code.Draw();
            return;
        }

        Terminal.Print($"Strongroom answers at {Addresses()}; " + (certificate.Fingerprint is { } fingerprint
            ? $"certificate SHA-256 {fingerprint}"
            : "a proxy of this machine ends TLS"));
    }

    /// <summary>Says why the start could not open the keys.</summary>
    public static void PrintSealed(Refusal refusal) =>
        Terminal.Complain($"sealed: {refusal.Code}\nhint: {refusal.Sentence}");

    private void PrintCode(string setupCode)
    {
        string line = new('-', 72);
        Terminal.Print($"""
            {line}
              Strongroom has no owner yet. Claim it in a browser, or with: strongroom setup
              Address:      {Addresses()}
              Certificate:  {FirstHalf(certificate.Fingerprint)}
                            {certificate.Fingerprint?[48..]}
              Setup code:   {setupCode}
              (once; for {SetupCode.Life.TotalMinutes:0} minutes and {SetupCode.Tries} tries, then another is shown here)
            {line}
            """);
    }

    private static string FirstHalf(string? fingerprint) =>
        fingerprint is null ? "the proxy's" : "SHA-256 " + fingerprint[..47];

    private string Addresses() =>
        string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses
            ?? settings.ServerUrls.Select(url => url.ToString()));
}
