using System.Text;
using Microsoft.Data.Sqlite;
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
internal sealed class CodeRoutes(IDbContextFactory<RegistryDb> registry, InstallationKeys keys)
{
    private const string Label = "code-route";

    /// <summary>Where a code leads, or null where it leads nowhere.</summary>
    public async Task<CodeRoute?> FindAsync(CustomerCode code, CancellationToken cancellation)
    {
        byte[] hash = Hash(code);
        await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
        return await db.Set<CodeRouteRow>().AsNoTracking()
            .Where(row => row.Hash == hash && !row.IsTombstone)
            .Select(row => new CodeRoute(row.Compartment, row.Handle))
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Draws codes for customers about to be made in one compartment and reserves them durably.</summary>
    public async Task<IReadOnlyList<(CustomerCode Code, ObjectHandle Handle)>> ReserveAsync(
        CompartmentId compartment, int count, CancellationToken cancellation)
    {
        while (true)
        {
            var drawn = Enumerable.Range(0, count).Select(
                _ => (Code: CustomerCode.New(), Handle: ObjectHandle.New())).ToList();
            await using RegistryDb db = await registry.CreateDbContextAsync(cancellation);
            db.AddRange(drawn.Select(pair => new CodeRouteRow
            {
                Hash = Hash(pair.Code),
                Compartment = compartment,
                Handle = pair.Handle,
            }));
            try
            {
                await db.SaveChangesAsync(cancellation);
                return drawn;
            }
            catch (DbUpdateException taken) when (taken.InnerException is SqliteException { SqliteErrorCode: 19 })
            {
                // One of the codes is taken (2⁻⁶⁰ a draw and customer): draw all anew.
            }
        }
    }

    private byte[] Hash(CustomerCode code) => keys.CodeRoute.Hash(Label, Encoding.ASCII.GetBytes(code.ToString()));
}
