using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Redaction;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Archive;

/// <summary>
/// Finds what is filed by code and by words, through the blind index: the database sees neither. The candidates of a
/// truncated tag are opened and compared. A search is a record: it is logged in every compartment that it searches.
/// </summary>
internal sealed class SearchArchive(CompartmentAccess compartments)
{
    private const int MostFound = 200;
    private const int MostCandidates = 5000;
    private const int MostWords = 16;

    public static void Map(RouteGroupBuilder archive) =>
        archive.MapPost("/searches", async (
            SearchRequest request, CurrentStanding standing, SearchArchive search, CancellationToken cancellation) =>
            TypedResults.Ok(await search.RunAsync(standing.Value, request, cancellation)))
        .RequirePermission(Permission.ReadArchive);

    public async Task<SearchAnswer> RunAsync(Standing who, SearchRequest request, CancellationToken cancellation)
    {
        var terms = SearchTerms.Read(request, MostWords);
        var found = new List<FiledDocument>();
        var closed = new List<string>();
        foreach (CompartmentFacts facts in await compartments.PlacesAsync(who, request.Compartment, cancellation))
        {
            if (facts.IsClosed)
            {
                closed.Add(facts.Name);
                continue;
            }

            AccessRequest access = CompartmentAccess.Request(facts, AuditAct.ArchiveSearched, Permission.ReadArchive);
            using OpenCompartment open = await compartments.OpenAsync(
                who, access with { LookedUpBy = terms.Names }, cancellation);
            await CollectAsync(open, terms, found, cancellation);
        }

        return new SearchAnswer(found, closed);
    }

    private static async Task CollectAsync(
        OpenCompartment open, SearchTerms terms, List<FiledDocument> found, CancellationToken cancellation)
    {
        foreach (byte[] id in Candidates(open, terms))
        {
            if (found.Count == MostFound)
            {
                return;
            }

            using OpenDocument document = await DocumentAccess.OpenAsync(
                open, id, ownsCompartment: false, cancellation);
            if (document.Card.Filed is { } filed
                && terms.Fit(document.Card.Kind, filed, () => CopyRecords.ReadWords(document, filed.Words)))
            {
                found.Add(FiledDocument.Of(document, filed));
            }
        }
    }

    /// <summary>The documents whose tags fit every code and word; all documents where neither is asked for.</summary>
    private static IEnumerable<byte[]> Candidates(OpenCompartment open, SearchTerms terms)
    {
        HashSet<Guid>? owners = null;
        foreach (byte[] tag in terms.Tags(open))
        {
            IEnumerable<Guid> fitting = open.Read(session => session.OwnersOf(WordIndex.Field, tag, MostCandidates))
                .Select(id => new Guid(id, bigEndian: true));
            owners = owners is null ? [.. fitting] : [.. owners.Intersect(fitting)];
        }

        return owners is null
            ? open.Read(session => session.DocumentsAfter(new byte[IIdentifier.Size], MostCandidates))
                .Select(row => RecordAddress.Bytes(row.Id))
            : owners.Order().Select(id => id.ToByteArray(bigEndian: true));
    }
}
