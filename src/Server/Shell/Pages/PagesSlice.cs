using Microsoft.AspNetCore.DataProtection;

namespace Strongroom.Server.Shell.Pages;

/// <summary>Wires what every page stands on: components, forms, assets.</summary>
internal static class PagesSlice
{
    public static void AddPages(this IServiceCollection services)
    {
        // Static rendering only. No interactive render mode is added, so there is no circuit and no framework script.
        services.AddRazorComponents();

        // The keys of form tokens live as long as the process, in memory only: a form that was opened before a restart
        // is refused with a page that says so.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = FormChecks.TokenField;
            options.Cookie.Name = "__Host-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.Path = "/";
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddHttpContextAccessor();
        services.AddSingleton<PageAssets>().AddSingleton<SubmitOnce>();
        services.AddScoped<CurrentVisitor>().AddScoped<PageModel>();
    }

    /// <summary>Checks the tokens of posted forms; after the gate, so that nobody's form is read in vain.</summary>
    public static void UsePages(this IApplicationBuilder app) => app.UseMiddleware<PageGate>();

    /// <summary>The group to which every slice adds its pages.</summary>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder app)
    {
        PageAssets.Map(app);
        RouteGroupBuilder pages = app.MapGroup(string.Empty);
        pages.WithMetadata(new PageRoute());
        return pages;
    }

    /// <summary>For uploads, which are sealed as they stream in and never buffered in the clear.</summary>
    public static TBuilder ReadsItsOwnForm<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new PageRoute(ReadsItsOwnForm: true));
}
