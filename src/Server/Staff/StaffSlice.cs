using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Identity;
using Strongroom.Server.Staff.Pages;

namespace Strongroom.Server.Staff;

/// <summary>Wires log-in, sessions, standing, staff and service accounts.</summary>
internal static class StaffSlice
{
    public static void AddStaff(this IServiceCollection services)
    {
        services.AddIdentityCore<StaffRow>(options =>
        {
            options.User.AllowedUserNameCharacters = string.Empty;

            // The only rules are those of PasswordRules; Identity's own composition rules are against SP 800-63B.
            options.Password.RequiredLength = PasswordRules.Least;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
        }).AddUserStore<StaffStore>().AddPasswordValidator<PasswordRulesForIdentity>();
        services.AddScoped<IPasswordHasher<StaffRow>, PepperedHasher>();
        services.AddSingleton<HashQueue>().AddSingleton<StaffNames>();
        services.AddScoped<LogInTries>().AddScoped<SecondFactor>().AddScoped<Sessions>().AddScoped<ServiceKeys>();
        services.AddScoped<CurrentStanding>().AddScoped<ReadStanding>().AddSingleton<StandingOfActor>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentStanding>().Value);
        services.AddScoped(provider => provider.GetRequiredService<CurrentStanding>().Value.Actor);
        services.AddScoped<CheckCredentials>().AddScoped<LogIn>().AddScoped<LogOut>().AddScoped<StepUp>()
            .AddScoped<ReadMe>();
        services.AddScoped<InviteStaff>().AddScoped<AcceptInvitation>().AddScoped<JoinStaff>();
        services.AddScoped<JoinByPasskey>().AddScoped<MakeDecoy>();
        services.AddScoped<FreshFactor>().AddScoped<ViewStaff>().AddScoped<ChangeStaff>().AddScoped<RecordScreening>();
        services.AddSingleton<PasskeyPlace>().AddSingleton<OpenCeremonies>().AddScoped<PasskeyHandling>();
        services.AddScoped<AskPasskey>().AddScoped<RegisterPasskey>().AddScoped<ViewPasskeys>();
        services.AddScoped<RenamePasskey>().AddScoped<RemovePasskey>();
        services.AddScoped<LogInByPasskey>().AddScoped<StepUpByPasskey>();
        services.AddScoped<LockScreen>().AddScoped<LockIdleScreen>().AddScoped<UnlockScreen>();
        services.AddScoped<ViewSessions>().AddScoped<EndSessions>();
        services.AddScoped<ReadAccount>().AddScoped<FactorModels>();
        services.AddScoped<CreateServiceAccount>().AddScoped<EndServiceAccount>();
        services.Configure<JsonOptions>(
            options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, StaffJson.Default));
    }

    /// <summary>Reads the caller's standing before anything of the request is looked at.</summary>
    public static void UseStanding(this IApplicationBuilder app) => app.UseMiddleware<StandingGate>();

    public static void MapStaffPages(this RouteGroupBuilder pages)
    {
        LogInPages.Map(pages);
        FactorPages.Map(pages);
        AccountPages.Map(pages);
    }

    public static void MapStaff(this RouteGroupBuilder api)
    {
        LogIn.Map(api);
        LogOut.Map(api);
        StepUp.Map(api);
        StepUpByPasskey.Map(api);
        LogInByPasskey.Map(api);
        RegisterPasskey.Map(api);
        ViewPasskeys.Map(api);
        RenamePasskey.Map(api);
        RemovePasskey.Map(api);
        LockScreen.Map(api);
        UnlockScreen.Map(api);
        ViewSessions.Map(api);
        EndSessions.Map(api);
        ReadMe.Map(api);
        InviteStaff.Map(api);
        AcceptInvitation.Map(api);
        JoinByPasskey.Map(api);
        ViewStaff.Map(api);
        ChangeStaff.Map(api);
        RecordScreening.Map(api);
        CreateServiceAccount.Map(api);
        EndServiceAccount.Map(api);
    }
}
