using Strongroom.Server.Compartments;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>Shows recipients: the list, and one with how many codes it has where.</summary>
internal sealed class ListRecipients(RecipientRegister register, CountRecipientCodes count, TimeProvider time)
{
    public static void Map(RouteGroupBuilder recipients)
    {
        recipients.MapGet("/", async (ListRecipients list, CancellationToken cancellation) =>
            TypedResults.Ok(await list.RunAsync(cancellation)))
            .RequirePermission(Permission.ViewRecipients);
        recipients.MapGet("/{id}", async (
            RecipientId id, CurrentStanding standing, ListRecipients list, CancellationToken cancellation) =>
            TypedResults.Ok(await list.FindAsync(standing.Value, id, cancellation)))
            .RequirePermission(Permission.ViewRecipients);
    }

    public async Task<RecipientList> RunAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        return new RecipientList(
            [.. (await register.AllAsync(cancellation)).OrderBy(row => !row.IsInUse(now))
                .Select(row => RecipientCard.Of(row, now))]);
    }

    /// <exception cref="RefusedException">There is none.</exception>
    public async Task<RecipientCard> FindAsync(Standing who, RecipientId id, CancellationToken cancellation)
    {
        RecipientRow row = await register.FindAsync(id, cancellation);
        return RecipientCard.Of(row, time.GetUtcNow()) with { Codes = await count.RunAsync(who, id, cancellation) };
    }
}
