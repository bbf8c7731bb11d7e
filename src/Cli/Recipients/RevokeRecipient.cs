using System.CommandLine;

namespace Strongroom.Cli.Recipients;

/// <summary>Takes a recipient's codes back: they lead nowhere from then on.</summary>
internal static class RevokeRecipient
{
    public static Verb Declare()
    {
        Argument<string> id = RecipientLines.Id();
        return new Verb("revoke", "Takes a recipient's codes back: they lead nowhere from then on.",
            "strongroom recipient revoke recipient-0198… --yes") { id }
            .Asks((parsed, errand, cancellation) => RunAsync(errand, parsed.GetRequiredValue(id), cancellation));
    }

    public static async Task<int> RunAsync(Errand errand, string id, CancellationToken cancellation)
    {
        errand.Confirm("revoke this recipient? Its codes lead nowhere from then on, and this cannot be undone");
        await errand.Api.DeleteAsync(RecipientLines.Path(id), cancellation);
        errand.Done(id, "revoked");
        return ExitCodes.Done;
    }
}
