using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Erasure;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>
/// The lists that wait to be taken and may hold something of a customer: all of the series, for a list lies in the last
/// of its compartments. They go when somebody of the series is erased, and are made again without.
/// </summary>
internal sealed class ListsOfCustomer(DataFolder data, CompartmentRegister register) : IPaperOfCustomer
{
    public async Task<(IReadOnlyList<DocumentId> Documents, IReadOnlyList<string> Files)> FindAsync(
        OpenCompartment open, OpenCustomer customer, CancellationToken cancellation)
    {
        IReadOnlyList<CompartmentFacts> series = await register.SeriesAsync(open.Facts.Series, cancellation);
        return ([], [.. series.Select(facts => data.ExportsFolder(facts.Id)).Where(Directory.Exists)
            .SelectMany(Directory.EnumerateFiles).Select(file => Path.GetRelativePath(data.Root, file))]);
    }
}
