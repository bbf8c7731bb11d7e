using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients.Pages;

/// <summary>Reads what the page of one recipient shows.</summary>
internal sealed class ShowRecipient(ListRecipients list, ListExports exports, StaffNames names)
{
    /// <exception cref="RefusedException">There is none.</exception>
    public async Task<RecipientModel> RunAsync(Standing who, RecipientId id, CancellationToken cancellation)
    {
        RecipientCard card = await list.FindAsync(who, id, cancellation);
        return new RecipientModel
        {
            Card = card,
            CreatedBy = (await names.FindAsync([card.CreatedBy], cancellation)).GetValueOrDefault(
                card.CreatedBy, card.CreatedBy),
            Exports = who.Permissions.Contains(Permission.ExportForRecipients)
                ? (await exports.RunAsync(who, id, cancellation)).Items
                : [],
        };
    }
}
