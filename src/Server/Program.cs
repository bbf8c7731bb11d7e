using Strongroom.Server.Agreements;
using Strongroom.Server.Archive;
using Strongroom.Server.Archive.Pages;
using Strongroom.Server.Audit;
using Strongroom.Server.Checks;
using Strongroom.Server.Checks.Pages;
using Strongroom.Server.Codes;
using Strongroom.Server.Compartments;
using Strongroom.Server.Compartments.Moving;
using Strongroom.Server.Compartments.Pages;
using Strongroom.Server.Customers;
using Strongroom.Server.Customers.Import.Pages;
using Strongroom.Server.Customers.Pages;
using Strongroom.Server.Home;
using Strongroom.Server.Intake;
using Strongroom.Server.Intake.Pages;
using Strongroom.Server.KeyHolders;
using Strongroom.Server.KeyHolders.Pages;
using Strongroom.Server.Keys;
using Strongroom.Server.People;
using Strongroom.Server.Recipients;
using Strongroom.Server.Recipients.Pages;
using Strongroom.Server.Redaction;
using Strongroom.Server.Redaction.Pages;
using Strongroom.Server.Setup;
using Strongroom.Server.Setup.Pages;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Server.Storage.Jobs.Pages;
using Strongroom.Server.Storage.Postgres;
using Strongroom.Vocabulary;

const int WrongUsage = 2;
const int Busy = 7;

try
{
    if (PrepareCommand.IsMeant(args))
    {
        return await PrepareCommand.RunAsync(args, CancellationToken.None);
    }

    if (MoveCommand.IsMeant(args))
    {
        return await MoveCommand.RunAsync(args, Build, CancellationToken.None);
    }

    if (!SettingsSources.TryRead(args, out Settings? settings, out IReadOnlyList<string> faults))
    {
        Terminal.Complain(string.Join('\n', faults));
        return WrongUsage;
    }

    using DataFolder data = DataFolder.Open(settings.DataPath);
    await using WebApplication app = Build(settings, data, TimeProvider.System);
    await app.RunAsync();
    return 0;
}
catch (RefusedException refused)
{
    Terminal.Complain($"{refused.Refusal.Code}\nhint: {refused.Refusal.Sentence}");
    return Busy;
}

/// <summary>The whole wiring of the server, one line a slice.</summary>
internal static partial class Program
{
    /// <summary>Makes the server that is run; tests run the same one with a clock of theirs.</summary>
    internal static WebApplication Build(Settings settings, DataFolder data, TimeProvider time)
    {
        // Arguments have been read: the framework gets none of them, nor settings files of its own.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        ChosenSettings chosen = builder.AddShell(settings, time);
        builder.Services.AddPages();
        builder.Services.AddStorage(data, settings, chosen);
        builder.Services.AddJobs();
        builder.Services.AddKeys();
        builder.Services.AddAudit();
        builder.Services.AddStaff();
        builder.Services.AddAgreements();
        builder.Services.AddCompartments();
        builder.Services.AddCodes();
        builder.Services.AddCustomers();
        builder.Services.AddRecipients();
        builder.Services.AddRecipientPages();
        builder.Services.AddPeople();
        builder.Services.AddRedaction();
        builder.Services.AddDocumentPages();
        builder.Services.AddArchive();
        builder.Services.AddSetup();
        builder.Services.AddKeyHolders();
        builder.Services.AddIntake();
        builder.Services.AddChecks();
        builder.Services.AddHome();

        WebApplication app = builder.Build();
        Map(app);
        return app;
    }

    // Middleware from the outside in, then the routes of programs and of people.
    private static void Map(WebApplication app)
    {
        app.UseShell();
        app.UseStoreFailures();
        app.UseStanding();
        app.UseWaiting();
        app.UseLimits();
        app.UsePages();
        Health.Map(app);
        MapApi(app);
        MapEveryPage(app.MapPages());
    }

    private static void MapApi(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api/v1");
        api.MapJobs(JobViewers.Of);
        api.MapAudit();
        api.MapStaff();
        api.MapAgreements();
        api.MapCompartments();
        api.MapCustomers();
        api.MapRecipients();
        api.MapPeople();
        api.MapRedaction();
        api.MapArchive();
        api.MapSetup();
        api.MapKeyHolders();
        api.MapIntake();
        api.MapChecks();
    }

    private static void MapEveryPage(RouteGroupBuilder pages)
    {
        FramePages.Map(pages);
        pages.MapHomePages();
        pages.MapStaffPages();
        pages.MapAgreementPages();
        pages.MapPeoplePages();
        pages.MapCustomerPages();
        pages.MapRecipientPages();
        pages.MapSetupPages();
        pages.MapKeyHolderPages();
        pages.MapTrustPages();
        pages.MapCheckPages();
        pages.MapImportPages();
        pages.MapCompartmentPages();
        pages.MapJobPages(JobViewers.Of);
        pages.MapIntakePages();
        pages.MapDocumentPages();
        pages.MapArchivePages();
    }
}
