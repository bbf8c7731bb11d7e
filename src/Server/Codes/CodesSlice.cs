namespace Strongroom.Server.Codes;

/// <summary>Wires customer codes.</summary>
internal static class CodesSlice
{
    public static void AddCodes(this IServiceCollection services) => services.AddSingleton<CodeRoutes>().AddSingleton<CodesAhead>();
}
