using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Staff;

/// <summary>
/// Makes the row that log-ins under unknown addresses are checked against; nobody knows its password.
/// </summary>
internal sealed class MakeDecoy(RegistryDb db, HashQueue queue, IPasswordHasher<StaffRow> hasher, TimeProvider time)
{
    /// <summary>Adds it; the caller saves.</summary>
    public async Task AddAsync(CancellationToken cancellation)
    {
        var decoy = new StaffRow
        {
            Email = CheckCredentials.DecoyEmail,
            Name = CheckCredentials.DecoyEmail,
            State = StaffState.Decoy,
            Stamp = Sessions.NewStamp(),
            FactorSalt = SecondFactor.NewSalt(),
            CreatedAt = time.GetUtcNow(),
        };
        decoy.Password = await queue.RunAsync(
            () => Task.FromResult(hasher.HashPassword(decoy, RandomNumberGenerator.GetHexString(64))), cancellation);
        db.Add(decoy);
    }
}
