using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Strongroom.Server.Keys;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Staff;

/// <summary>How keys of service accounts are stored and their use is noted.</summary>
internal sealed class ServiceKeys(RegistryDb db, InstallationKeys keys, TimeProvider time)
{
    private const string Label = "service-account/v1";
    private static readonly TimeSpan NoteUsedEvery = TimeSpan.FromMinutes(1);

    public byte[] Hash(string untrustedKey) => keys.Session.Hash(Label, Encoding.ASCII.GetBytes(untrustedKey));

    /// <summary>Notes the last use; written once a minute at most.</summary>
    public async Task NoteUsedAsync(ServiceAccountRow account, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (account.UsedAt is not { } used || now - used >= NoteUsedEvery)
        {
            try
            {
                await db.Set<ServiceAccountRow>().Where(row => row.Id == account.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellation);
            }
            catch (DbException)
            {
                // A full disk must not shut the door to who only reads; the last use is for people to look at.
            }
        }
    }
}
