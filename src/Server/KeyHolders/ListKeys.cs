using Strongroom.Sealing;
using Strongroom.Server.Compartments;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.KeyHolders;

/// <summary>
/// The inventory: every key of the keyring with generation, age, state and when its next is due (NIST SP 800-57:
/// inventory, cryptoperiods). No key is opened for it.
/// </summary>
internal sealed class ListKeys(
    KeyringStore keyring, CompartmentKeyRing keyRing, CompartmentRegister register, ShareDesk desk, UnsealKeys unsealKeys,
    TimeProvider time)
{
    /// <summary>How long a key is used before its next is due.</summary>
    public static readonly TimeSpan Cryptoperiod = TimeSpan.FromDays(365);

    public static void Map(RouteGroupBuilder keys) =>
        keys.MapGet("/", async (ListKeys list, CancellationToken cancellation) =>
            TypedResults.Ok(await list.RunAsync(cancellation))).RequirePermission(Permission.ViewKeys);

    public async Task<KeyList> RunAsync(CancellationToken cancellation)
    {
        IReadOnlyList<CompartmentFacts> all = await register.AllAsync(cancellation);
        var names = all.ToDictionary(facts => facts.Id, facts => facts.Name);
        var newest = keyring.Entries.GroupBy(entry => (entry.Purpose, entry.Compartment))
            .ToDictionary(group => group.Key, group => group.Max(entry => entry.Generation));
        ShareRecord? record = keyring.Shares;
        return new KeyList(
            keyring.Revision,
            record is null ? null : new ShareList(
                record.Needed, record.Generation, [.. record.Holders.Select(holder => holder.Name)], desk.Presented()),
            unsealKeys.IsUnattended,
            [.. keyring.Entries.Select(entry => Card(entry, names, newest[(entry.Purpose, entry.Compartment)]))]);
    }

    private ListedKey Card(
        KeyringEntry entry, Dictionary<CompartmentId, string> names, uint newest)
    {
        DateTimeOffset due = entry.Created + Cryptoperiod;
        string state = entry.Generation < newest ? "retiring"
            : entry.Compartment is { } compartment && !keyRing.Holds(compartment) ? "closed"
            : due < time.GetUtcNow() ? "due"
            : "active";
        return new ListedKey(
            entry.Purpose.ToString(), entry.Compartment is { } id ? names.GetValueOrDefault(id) ?? id.ToString() : null,
            entry.Generation, state, entry.Created, due);
    }
}
