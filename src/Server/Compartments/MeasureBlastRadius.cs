using Strongroom.Server.Compartments.Databases;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// Says what a thief of a compartment's files would have: counted in the files themselves, without a key, as the thief
/// would; and what a key, the running server or the whole machine would add. No entry is written: nothing is shown that
/// the files do not show to whoever has them.
/// </summary>
internal sealed class MeasureBlastRadius(CompartmentRegister register, ListCompartments list, ICompartmentPlaces places, DataFolder data)
{
    private static readonly (string Table, string What)[] Counted =
    [
        ("keys.customer", "customers, as rows without a name"), ("keys.document", "documents, as rows without a title"),
        ("records.record", "sealed records: cards, values in every version, and what belongs to documents"),
        ("keys.compartment_key", "keys of the compartment, each sealed"),
    ];

    public static void Map(RouteGroupBuilder compartments) => compartments.MapGet("/{name}/blast-radius", async (
        string name, CurrentStanding standing, MeasureBlastRadius measure, CancellationToken cancellation) =>
        TypedResults.Ok(await measure.RunAsync(standing.Value, name, cancellation)))
        .RequirePermission(Permission.ViewCompartments);

    /// <exception cref="RefusedException">There is no such compartment, or it is not theirs.</exception>
    public async Task<BlastRadius> RunAsync(Standing who, string untrustedName, CancellationToken cancellation)
    {
        IReadOnlyList<ListedCompartment> all = (await list.RunAsync(who, cancellation)).Items;
        ListedCompartment here = all.FirstOrDefault(item => item.Name == untrustedName)
            ?? throw new RefusedException(AccessRefusals.NotFound);
        CompartmentFacts facts = (await register.AllAsync(cancellation)).Single(one => one.Name == here.Name);
        string folder = data.CompartmentFolder(facts.Id);
        var counts = StoreCounts.Read(await places.FindAsync(facts.Id, cancellation));
        return new BlastRadius
        {
            Compartment = here.Name,
            Customers = here.Customers,
            AllCustomers = all.Sum(item => item.Customers),
            Losses = Losses(here, [.. all.Where(item => item.Name != here.Name)]),
            Counts = [.. Visible(counts)],
            Files = [.. Files(folder), .. AtServer(counts)],
            Columns = [.. counts.Columns.Select(column => StoredColumn.Of(column.Database, column.Table, column.Column))],
        };
    }

    /// <summary>The losses, for a compartment and the others that the caller may see. Pure.</summary>
    public static IReadOnlyList<Loss> Losses(ListedCompartment here, IReadOnlyList<ListedCompartment> others)
    {
        long open = others.Where(item => !item.IsClosed).Sum(item => item.Customers);
        return
        [
            new("files", "Its files, or every file of the data folder", 0, 0,
                "No key lies in the data folder: names, values, codes and documents are sealed."),
            new("files-and-key", "Its files and its own key", here.Customers, 0,
                "Every compartment has an independent key, so this one opens no other."),
            new("running-server", "The running server’s memory, as it is now", here.IsClosed ? 0 : here.Customers, open,
                here.IsClosed
                    ? "It is closed, so its key is not in memory. Those that are open can be read."
                    : "It is open, so its key is in memory, with those of the others that are open."),
            new("machine", "The whole machine, with its unseal key", here.Customers, others.Sum(item => item.Customers),
                "The unseal key opens every key, also of what is closed now. Opening is unattended, so the server can read it."),
        ];
    }

    private static IEnumerable<VisibleCount> Visible(StoreCounts counts) => Counted
        .Select(pair => new VisibleCount(pair.What, counts.Rows.GetValueOrDefault(pair.Table)))
        .Concat(counts.IndexEntries.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(
            pair => new VisibleCount($"index tags of {pair.Key}, as keyed hashes", pair.Value)));

    private static IEnumerable<StoredFiles> AtServer(StoreCounts counts) => counts.Bytes.Select(
        pair => new StoredFiles($"{pair.Key}, at the database server", 1, pair.Value, null));

    /// <summary>The two databases with what lies beside them, and each folder below.</summary>
    private static IReadOnlyList<StoredFiles> Files(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return [.. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .GroupBy(file => Sort(folder, file), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new StoredFiles(
                group.Key, group.LongCount(), group.Sum(file => file.Length),
                new DateTimeOffset(group.Max(file => file.LastWriteTimeUtc), TimeSpan.Zero)))];
    }

    private static string Sort(string folder, FileInfo file)
    {
        string path = Path.GetRelativePath(folder, file.FullName);
        int end = path.IndexOf(Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return end > 0 ? path[..end] : path.Split('-')[0];
    }
}
