using System.Text.Json;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>Step 4, second part: passkeys of the owner to be. They are in the draft until the claim is done.</summary>
internal sealed class OfferPasskeys(RegisterPasskey register)
{
    /// <summary>How many an owner should have: one can be lost.</summary>
    public const int Enough = 2;

    public const int LongestReason = 200;

    /// <summary>Begins a registration.</summary>
    public Task<PasskeyOptionsCard> BeginAsync(SetupDraft draft, CancellationToken cancellation) =>
        register.BeginForAsync(Row(draft.Owner!), BoundTo(draft.Owner!), cancellation);

    /// <summary>Checks the browser's answer and keeps the passkey in the draft.</summary>
    /// <exception cref="RefusedException">The passkey was not accepted, or its name does not fit.</exception>
    public async Task AddAsync(
        SetupDraft draft, string ceremony, string name, string untrustedCredential, CancellationToken cancellation)
    {
        OwnerDraft owner = draft.Owner!;
        if (owner.Passkeys.Count >= RegisterPasskey.Most)
        {
            throw new RefusedException(StaffRefusals.TooManyPasskeys);
        }

        PasskeyRow row = await register.CheckForAsync(
            Row(owner), BoundTo(owner), new PasskeyRequest(ceremony, name, Parse(untrustedCredential)), cancellation);
        if (owner.Passkeys.Any(known => known.Credential.AsSpan().SequenceEqual(row.Credential)))
        {
            throw new RefusedException(StaffRefusals.PasskeyNotAccepted);
        }

        owner.Passkeys.Add(row);
    }

    /// <summary>Goes on, with a reason where there are fewer than two.</summary>
    /// <exception cref="RefusedException">The reason is missing or does not fit.</exception>
    public static void GoOn(SetupDraft draft, string untrustedReason)
    {
        OwnerDraft owner = draft.Owner!;
        if (owner.Passkeys.Count < Enough)
        {
            var input = new StaffInput();
            owner.PasskeyReason = input.Text("reason", untrustedReason, LongestReason);
            input.ThrowIfFaulty();
        }

        owner.HasChosenPasskeys = true;
    }

    private static JsonElement Parse(string untrustedCredential)
    {
        try
        {
            using var json = JsonDocument.Parse(untrustedCredential);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new RefusedException(StaffRefusals.PasskeyNotAccepted);
        }
    }

    private static StaffRow Row(OwnerDraft owner) => new() { Id = owner.Id, Email = owner.Email, Name = owner.Name };

    // The draft is one browser's, and the id is this draft's.
    private static string BoundTo(OwnerDraft owner) => "setup/" + owner.Id;
}
