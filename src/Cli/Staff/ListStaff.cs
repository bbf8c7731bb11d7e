namespace Strongroom.Cli.Staff;

/// <summary>Lists who works here.</summary>
internal static class ListStaff
{
    public static Verb Declare() =>
        new Verb("list", "Lists members of staff and how far each is.", "strongroom staff list")
        .Asks((_, errand, cancellation) => RunAsync(errand, cancellation));

    public static async Task<int> RunAsync(Errand errand, CancellationToken cancellation)
    {
        errand.ShowList(
            await errand.Api.GetAsync("staff", cancellation),
            ("id", "id"), ("name", "name"), ("e-mail", "email"), ("state", "state"), ("roles", "roles"),
            ("series", "series"),
            ("screened until", "screenedUntil"), ("signed", "hasSignedAgreement"));
        return ExitCodes.Done;
    }
}
