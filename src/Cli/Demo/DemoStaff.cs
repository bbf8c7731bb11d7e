using System.Text.Json.Nodes;
using Strongroom.Cli.Api;
using Strongroom.Cli.Sessions;

namespace Strongroom.Cli.Demo;

/// <summary>The people of the demo, made as real ones are: claimed, invited, joined, screened, signed.</summary>
internal sealed class DemoStaff(Func<Connection> connect, TimeProvider time)
{
    private const string CaseHandler = "case-handler";

    public DemoPerson Owner { get; } = new("Olive Sample", "owner", ["owner"], []);

    public DemoPerson Officer { get; } = new("Oscar Sample", "security-officer", ["security-officer"], []);

    public DemoPerson Handler { get; } = new("Hanna Sample", CaseHandler, [CaseHandler], ["clinic"]);

    public DemoPerson Clerk { get; } = new("Rita Sample", "records-clerk", ["records-clerk"], ["clinic", "accounts"]);

    /// <summary>Screened; the agreement is still to be signed.</summary>
    public DemoPerson Newcomer { get; } = new("Nina Sample", "newcomer", [CaseHandler], ["clinic"]);

    /// <summary>Signed; the screening is over.</summary>
    public DemoPerson Lapsed { get; } = new("Lars Sample", "lapsed", [CaseHandler], ["clinic"]);

    public IReadOnlyList<DemoPerson> All => [Owner, Officer, Handler, Clerk, Newcomer, Lapsed];

    /// <summary>Claims the server for the owner, who then stays logged in and stepped up.</summary>
    public async Task<Connection> ClaimAsync(string setupCode, CancellationToken cancellation)
    {
        Connection api = connect();
        JsonObject card = await Setup.ClaimServer.ReadCardAsync(api, cancellation);
        var claim = new JsonObject
        {
            ["code"] = setupCode,
            ["business"] = "Example Clinic and Shop",
            ["name"] = Owner.Name,
            ["email"] = Owner.Email,
            ["password"] = Owner.Password,
            ["attestation"] = true,
            ["agreement"] = true,
        };
        JsonObject claimed = await Setup.ClaimServer.ClaimAsync(api, card, claim, cancellation);
        Owner.Joined(claimed, claimed.Text("secret"));
        await SignIn.BeginAsync(api, Owner.Email, Owner.Password, Owner.NextCode(), cancellation);
        await StepUp.GiveAsync(api, Owner.NextCode(), cancellation);
        return api;
    }

    /// <summary>Brings everybody else in.</summary>
    public async Task HireAsync(Connection owner, CancellationToken cancellation)
    {
        await Task.WhenAll(All.Skip(1).Select(person => JoinAsync(owner, person, cancellation)));
        await ScreenAsync(cancellation);
        await Task.WhenAll(
            SignAsync(Handler, cancellation),
            SignAsync(Clerk, cancellation),
            SignAsync(Lapsed, cancellation));
    }

    /// <summary>The clerk sends two letters in.</summary>
    public async Task SendPaperworkAsync(string folder, CancellationToken cancellation)
    {
        using Connection api = await SignInAsync(Clerk, cancellation);
        await DemoPaperwork.SendInAsync(api, folder, cancellation);
    }

    private async Task JoinAsync(Connection owner, DemoPerson person, CancellationToken cancellation)
    {
        JsonObject invitation = await owner.PostAsync(
            "staff", Staff.InviteStaff.Request(person.Email, person.Name, person.Roles, person.Series), cancellation);
        using Connection api = connect();
        JsonObject factor = await Staff.JoinStaff.OpenAsync(api, invitation.Text("code"), cancellation);
        string secret = factor.Text("secret");
        string code = Authenticator.CodeBefore(secret, time.GetUtcNow());
        person.Joined(await Staff.JoinStaff.AcceptAsync(
            api, invitation.Text("code"), person.Password, code, cancellation), secret);
    }

    private async Task ScreenAsync(CancellationToken cancellation)
    {
        using Connection api = await SignInAsync(Officer, cancellation);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (DemoPerson person in (DemoPerson[])[Handler, Clerk, Newcomer])
        {
            await ScreenAsync(api, person, today.AddDays(-10), today.AddYears(1), cancellation);
        }

        await ScreenAsync(api, Lapsed, today.AddDays(-400), today.AddDays(-35), cancellation);
        await Agreements.SignAgreement.SignAsync(api, Officer.Name, null, cancellation);
    }

    private static Task<JsonObject> ScreenAsync(
        Connection api, DemoPerson person, DateOnly done, DateOnly until, CancellationToken cancellation) =>
        api.PostAsync(
            $"staff/{person.Id}/screenings",
            Screenings.RecordScreening.Request(["identity", "references"], done, until, "invented folder 12"),
            cancellation);

    private async Task SignAsync(DemoPerson person, CancellationToken cancellation)
    {
        using Connection api = await SignInAsync(person, cancellation);
        await Agreements.SignAgreement.SignAsync(api, person.Name, null, cancellation);
    }

    private async Task<Connection> SignInAsync(DemoPerson person, CancellationToken cancellation)
    {
        Connection api = connect();
        await SignIn.BeginAsync(api, person.Email, person.Password, person.NextCode(), cancellation);
        return api;
    }
}
