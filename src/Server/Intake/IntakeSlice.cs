using Microsoft.AspNetCore.Http.Json;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Intake.Inbox;
using Strongroom.Server.Intake.Listener;
using Strongroom.Server.Intake.Pages;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Intake;

/// <summary>Wires the public intake: the forms, the listener that shows them, and taking in what was sent.</summary>
internal static class IntakeSlice
{
    public static void AddIntake(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, IntakeJson.Default));
        services.AddSingleton<SignerPin>().AddSingleton<PublishedForms>().AddSingleton<FormRegister>();
        services.AddSingleton<FormAddress>().AddSingleton<FreshStepUp>().AddSingleton<DraftForm>();
        services.AddSingleton<PublishForm>().AddSingleton<UnpublishForm>().AddSingleton<ChangeEmbedding>();
        services.AddSingleton<ListForms>().AddSingleton<FollowSeries>().AddSingleton<FormEditor>();
        services.AddSingleton<Inboxes>().AddSingleton<InboxBell>().AddSingleton<ReadInbox>().AddSingleton<HoldCodes>();
        services.AddSingleton<TakeBatch>().AddSingleton<TakePlaces>().AddSingleton<TakeInbox>();
        services.AddHostedService<KeepTakingIn>();
        services.AddSingleton(Parts).AddSingleton<PublicHost>();
        services.AddHostedService(provider => provider.GetRequiredService<PublicHost>());
    }

    public static void MapIntake(this RouteGroupBuilder api)
    {
        RouteGroupBuilder forms = api.MapGroup("/intake-forms");
        ListForms.Map(forms);
        PublishForm.Map(forms);
        UnpublishForm.Map(forms);
        ChangeEmbedding.Map(forms);
    }

    private static PublicParts Parts(IServiceProvider services) => new()
    {
        Settings = services.GetRequiredService<Settings>(),
        Time = services.GetRequiredService<TimeProvider>(),
        Logs = services.GetRequiredService<ILoggerFactory>(),
        Certificate = services.GetRequiredService<ServerCertificate>(),
        Data = services.GetRequiredService<DataFolder>(),
        Published = services.GetRequiredService<PublishedForms>(),
        Kinds = services.GetRequiredService<FieldKinds>(),
        Inboxes = services.GetRequiredService<Inboxes>(),
        Bell = services.GetRequiredService<InboxBell>(),
        Assets = services.GetRequiredService<PageAssets>(),
    };
}
