using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>Changes a copy's entry on the card of its document, whatever else is changed there meanwhile.</summary>
internal static class ChangeCopy
{
    private const int Tries = 10;

    /// <param name="document">The document, opened for the act.</param>
    /// <param name="copy">Which copy.</param>
    /// <param name="change">Gives the entry as it is to be.</param>
    /// <param name="more">Writes what goes with it, on the writer.</param>
    public static async Task RunAsync(
        OpenDocument document, RecordId copy, Func<CopyCard, CopyCard> change, Action<CompartmentSession>? more)
    {
        OpenDocument current = document;
        try
        {
            for (int left = Tries; left > 0; left--)
            {
                DocumentCard next = current.Card with
                {
                    Copies = [.. current.Card.Copies.Select(card => card.Id == copy ? change(card) : card)],
                };
                // The work is done: what came of it is kept also when the job is told to stop now.
                if (await current.TryWriteAsync(next, more, CancellationToken.None))
                {
                    return;
                }

                OpenDocument again = await DocumentAccess.OpenAsync(
                    document.Compartment, RecordAddress.Bytes(document.Row.Id), ownsCompartment: false,
                    CancellationToken.None);
                DisposeOther(current, document);
                current = again;
            }
        }
        finally
        {
            DisposeOther(current, document);
        }

        throw new RefusedException(RedactionRefusals.Changed);
    }

    private static void DisposeOther(OpenDocument current, OpenDocument document)
    {
        if (!ReferenceEquals(current, document))
        {
            current.Dispose();
        }
    }
}
