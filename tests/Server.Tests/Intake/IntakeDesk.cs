using Microsoft.Extensions.DependencyInjection;
using Strongroom.Server.Compartments;
using Strongroom.Server.Intake.Forms;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Tests.Intake;

/// <summary>A clinic with a public form, and the public site beside it.</summary>
internal sealed class IntakeDesk : IAsyncDisposable
{
    public const string Slug = "welcome";

    private IntakeDesk(Clinic clinic) => Clinic = clinic;

    public Clinic Clinic { get; }

    public PublicSite Site { get; private set; } = null!;

    public string DataFolder => Path.Combine(Clinic.Server.Folder, "data");

    public string FormsFile => Path.Combine(DataFolder, "intake-forms");

    public string PinFile => Path.Combine(Clinic.Server.Folder, "credentials", "intake-pin");

    public static async Task<IntakeDesk> OpenAsync(params string[] more)
    {
        var desk = new IntakeDesk(await Clinic.OpenAsync(more));
        await desk.Clinic.StepUpAsync();
        Answer published = await desk.PublishAsync();
        Assert.True(published.Status == 201, published.Body);
        await desk.ReachAsync();
        return desk;
    }

    /// <summary>A form as <see cref="PublishAsync"/> publishes it.</summary>
    public static Dictionary<string, object> Form(string slug = Slug, string series = "clinic") => new()
    {
        ["slug"] = slug,
        ["series"] = series,
        ["title"] = "Become a customer",
        ["introduction"] = "We need a few facts before your first visit.",
        ["keptFor"] = "Ten years after your last visit",
        ["fields"] = (object[])
        [
            new { kind = "full-name", why = "So that we know who you are", isRequired = true },
            new { kind = "email", why = "So that we can confirm the date" },
            new { kind = "phone", why = "So that we can call you back" },
            new { kind = "date-of-birth", why = "The law asks for it" },
            new { kind = "postal-address", why = "For the invoice" },
            new { kind = "payment-card", why = "For the deposit" },
            new { kind = "note", why = "Anything that we should know" },
        ],
    };

    public Task<Answer> PublishAsync(Dictionary<string, object>? form = null) =>
        Clinic.SendAsync(HttpMethod.Post, "intake-forms", form ?? Form());

    /// <summary>Points <see cref="Site"/> at the listener as it is now.</summary>
    public async Task ReachAsync()
    {
        Uri address = await Clinic.Server.PublicAddressAsync();
        Site?.Dispose();
        Site = PublicSite.At(Clinic.Server.Folder, address);
    }

    public async Task RestartAsync()
    {
        await Clinic.RestartAsync();
        await ReachAsync();
    }

    public Task<PublicAnswer> SendAsync(params (string Name, string Value)[] typed) => Site.SendAsync(Slug, typed);

    /// <summary>What lies in the inbox of a compartment.</summary>
    public async Task<string[]> WaitingAsync(string compartment = "clinic")
    {
        string folder = Path.Combine(await FolderAsync(compartment), "inbox");
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    public async Task<string[]> AsideAsync(string compartment = "clinic")
    {
        string folder = Path.Combine(await FolderAsync(compartment), "inbox", "aside");
        return Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder) : [];
    }

    public async Task<string> FolderAsync(string compartment = "clinic")
    {
        CompartmentRegister register = Clinic.Server.Services.GetRequiredService<CompartmentRegister>();
        CompartmentFacts facts = (await register.AllAsync(TestContext.Current.CancellationToken)).Single(
            one => one.Name == compartment);
        return Path.Combine(DataFolder, "compartments", facts.Id.ToString());
    }

    /// <summary>Waits until the inbox is empty.</summary>
    public async Task TakenAsync(string compartment = "clinic")
    {
        for (int i = 0; (await WaitingAsync(compartment)).Length > 0; i++)
        {
            Assert.True(i < 1000, "the inbox was not taken in");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Reveals a field of a customer.</summary>
    public async Task<string> RevealAsync(string code, string field)
    {
        Answer revealed = await Clinic.RevealAsync(code, field);
        Assert.True(revealed.Status == 201, revealed.Body);
        return revealed.Json.GetProperty("values").GetProperty(field).ToString();
    }

    public async Task<bool> IsThereAsync(string code) =>
        (await Clinic.SendAsync(HttpMethod.Get, $"customers/{CustomerCode.Parse(code, null)}")).Status == 200;

    public Task<Answer> CloseAsync() => Clinic.SendAsync(HttpMethod.Post, "compartments/clinic/closings");

    public Task<Answer> ReopenAsync() => Clinic.SendAsync(HttpMethod.Post, "compartments/clinic/openings");

    public async ValueTask DisposeAsync()
    {
        Site?.Dispose();
        await Clinic.DisposeAsync();
    }
}
