using System.CommandLine;

namespace Strongroom.Cli.Agreements;

/// <summary>Shows who has signed a version and who has not.</summary>
internal static class ShowSignStatus
{
    public static Verb Declare()
    {
        var agreement = new Argument<string>("AGREEMENT")
        {
            Description = "The agreement's id; the current one without it.",
            DefaultValueFactory = _ => "current",
        };
        return new Verb(
            "sign-status", "Shows who has signed and who has not.", "strongroom agreement sign-status") { agreement }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(agreement), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string agreement, CancellationToken cancellation)
    {
        string id = await ListAgreements.IdAsync(errand.Api, agreement, cancellation);
        errand.ShowList(
            await errand.Api.GetAsync($"agreements/{id}/signatures", cancellation),
            ("staff", "staff"), ("name", "name"), ("receipt", "receipt"), ("signed at", "signedAt"));
        return ExitCodes.Done;
    }
}
