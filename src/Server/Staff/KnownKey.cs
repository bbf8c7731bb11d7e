using System.Data.Common;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// A service account and what it stands on, its owner's screening and signature, read in one question at every request.
/// </summary>
/// <param name="Account">The account, whole.</param>
/// <param name="ScreenedUntil">Until when the owner's screening holds.</param>
/// <param name="IsSigned">The owner has signed the agreement that counts now.</param>
internal sealed record KnownKey(ServiceAccountRow Account, DateTimeOffset? ScreenedUntil, bool IsSigned)
{
    private const string Sql = """
        SELECT service_account.hash, service_account.id, service_account.name, service_account.purpose,
            service_account.owner, service_account.scopes, service_account.series, service_account.addresses,
            service_account.expires_at, service_account.created_at, service_account.used_at,
            staff.screened_until, staff.signed_agreement, current_agreement.agreement
        FROM service_account JOIN staff ON staff.id = service_account.owner CROSS JOIN current_agreement
        WHERE service_account.hash = $1 AND staff.state = $2
        """;

    /// <summary>The account of a key's hash; null where there is none, or its owner is not active.</summary>
    public static KnownKey? Find(RegistryStatements registry, byte[] hash) =>
        registry.Read(statements => statements.First(Read, Sql, hash, (int)StaffState.Active));

    private static KnownKey Read(DbDataReader row) => new(
        new ServiceAccountRow
        {
            Hash = row.GetFieldValue<byte[]>(0),
            Id = ServiceAccountId.Parse(row.GetString(1), null),
            Name = row.GetString(2),
            Purpose = row.GetString(3),
            Owner = StaffId.Parse(row.GetString(4), null),
            Scopes = row.GetString(5),
            Series = row.GetString(6),
            Addresses = row.GetString(7),
            ExpiresAt = row.Instant(8),
            CreatedAt = row.Instant(9),
            UsedAt = row.InstantOrNull(10),
        },
        row.InstantOrNull(11),
        row.TextOrNull(12) == row.GetString(13));
}
