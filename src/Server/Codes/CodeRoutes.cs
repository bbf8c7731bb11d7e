using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Keys;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Codes;

/// <summary>
/// Routes a bare code to its compartment by a keyed hash, also while the compartment is closed, and keeps codes unique
/// over the installation: a code is reserved here before its customer is made, and is never reserved twice, not even
/// after erasure.
/// </summary>
internal sealed class CodeRoutes(
    RegistryStatements statements, IDbContextFactory<RegistryDb> registry, InstallationKeys keys)
{
    private const string Label = "code-route";

    /// <summary>Where a code leads, or null where it leads nowhere.</summary>
    public CodeRoute? Find(CustomerCode code)
    {
        byte[] hash = Hash(code);
        return statements.Read(registry => registry.First(
            row => new CodeRoute(
                CompartmentId.Parse(row.GetString(0), null), ObjectHandle.Parse(row.GetString(1), null)),
            "SELECT compartment, handle FROM code_route WHERE hash = $1 AND NOT is_tombstone", hash));
    }

    /// <summary>Draws codes for customers about to be made in one compartment and reserves them durably.</summary>
    public List<(CustomerCode Code, ObjectHandle Handle)> Reserve(CompartmentId compartment, int count)
    {
        while (true)
        {
            var drawn = Enumerable.Range(0, count).Select(
                _ => (Code: CustomerCode.New(), Handle: ObjectHandle.New())).ToList();
            try
            {
                statements.Write(registry => registry.Insert(
                    "INSERT INTO code_route (hash, compartment, handle, is_tombstone) VALUES ", string.Empty, 4,
                    [.. drawn.SelectMany(pair => new object[]
                    {
                        Hash(pair.Code), compartment.ToString(), pair.Handle.ToString(), false,
                    })]));
                return drawn;
            }
            catch (DbException taken) when (StoreFailures.IsTaken(taken))
            {
                // One of the codes is taken (2⁻⁶⁰ a draw and customer): draw all anew.
            }
        }
    }

    /// <summary>
    /// Holds codes that were drawn elsewhere, each for the handle that goes with it. Asked again with the same handle it
    /// says so, so that work that was cut off goes on.
    /// </summary>
    /// <returns>One answer a code, in their order.</returns>
    public async Task<IReadOnlyList<CodeHold>> HoldAsync(
        CompartmentId compartment, IReadOnlyList<(CustomerCode Code, ObjectHandle Handle)> wanted,
        CancellationToken cancellation)
    {
        byte[][] hashes = [.. wanted.Select(pair => Hash(pair.Code))];
        while (true)
        {
            await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
            List<CodeRouteRow> known = await db.Set<CodeRouteRow>().AsNoTracking()
                .Where(row => hashes.Contains(row.Hash)).ToListAsync(cancellation);
            var routes = known.ToDictionary(row => Convert.ToHexString(row.Hash), StringComparer.Ordinal);
            var holds = new List<CodeHold>(wanted.Count);
            foreach ((int index, (_, ObjectHandle handle)) in wanted.Index())
            {
                string hash = Convert.ToHexString(hashes[index]);
                holds.Add(Judge(routes.GetValueOrDefault(hash), handle, compartment));
                if (holds[^1].State == CodeHoldState.Fresh)
                {
                    var row = new CodeRouteRow { Hash = hashes[index], Compartment = compartment, Handle = handle };
                    routes.Add(hash, row);
                    db.Add(row);
                }
            }

            try
            {
                await db.SaveChangesAsync(cancellation);
                return holds;
            }
            catch (DbUpdateException taken) when (StoreFailures.IsTaken(taken))
            {
                // Somebody else took one of them since we looked: look again.
            }
        }
    }

    /// <summary>Lets a code that is held lead to another compartment, because the first one is full.</summary>
    public async Task MoveAsync(
        CustomerCode code, ObjectHandle handle, CompartmentId compartment, CancellationToken cancellation)
    {
        byte[] hash = Hash(code);
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        CodeRouteRow row = await db.Set<CodeRouteRow>().SingleAsync(
            row => row.Hash == hash && row.Handle == handle && !row.IsTombstone, cancellation);
        row.Compartment = compartment;
        await db.SaveChangesAsync(cancellation);
    }

    private static CodeHold Judge(CodeRouteRow? known, ObjectHandle handle, CompartmentId compartment) => known switch
    {
        null => new CodeHold(CodeHoldState.Fresh, compartment),
        { IsTombstone: true } when known.Handle == handle => new CodeHold(CodeHoldState.Erased, known.Compartment),
        { IsTombstone: false } when known.Handle == handle => new CodeHold(CodeHoldState.Again, known.Compartment),
        _ => new CodeHold(CodeHoldState.Taken, known.Compartment),
    };

    /// <summary>The keyed hash under which a code stands in the registry.</summary>
    public byte[] HashOf(CustomerCode code) => Hash(code);

    private byte[] Hash(CustomerCode code) => keys.CodeRoute.Hash(Label, Encoding.ASCII.GetBytes(code.ToString()));
}
