using System.Data.Common;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>A session, whose it is, and which agreement counts, read in one question at every request.</summary>
/// <param name="Session">The session, whole.</param>
/// <param name="Staff">Of the member: id, state, roles, series, stamp, screening and signature; nothing else.</param>
/// <param name="IsSigned">The member has signed the agreement that counts now.</param>
internal sealed record KnownSession(SessionRow Session, StaffRow Staff, bool IsSigned)
{
    private const string Sql = """
        SELECT session.hash, session.stamp, session.seen_at, session.ends_at, session.factor_at, session.stepped_up_at,
            session.stepped_up_for, session.step_up_entry, session.began_at, session.method, session.locked_at,
            staff.id, staff.state, staff.roles, staff.series, staff.stamp, staff.screened_until, staff.signed_agreement,
            current_agreement.agreement
        FROM session JOIN staff ON staff.id = session.staff CROSS JOIN current_agreement
        WHERE session.hash = $1
        """;

    /// <summary>The session of a token's hash; null where there is none.</summary>
    public static KnownSession? Find(RegistryStatements registry, byte[] hash) =>
        registry.Read(statements => statements.First(Read, Sql, hash));

    private static KnownSession Read(DbDataReader row)
    {
        var staff = new StaffRow
        {
            Id = StaffId.Parse(row.GetString(11), null),
            State = (StaffState)row.GetInt32(12),
            RolesText = row.GetString(13),
            SeriesText = row.GetString(14),
            Stamp = row.GetString(15),
            ScreenedUntil = row.InstantOrNull(16),
        };
        return new KnownSession(ReadSession(row, staff.Id), staff, row.TextOrNull(17) == row.GetString(18));
    }

    private static SessionRow ReadSession(DbDataReader row, StaffId staff) => new()
    {
        Hash = row.GetFieldValue<byte[]>(0),
        Staff = staff,
        Stamp = row.GetString(1),
        SeenAt = row.Instant(2),
        EndsAt = row.Instant(3),
        FactorAt = row.Instant(4),
        SteppedUpAt = row.InstantOrNull(5),
        SteppedUpFor = row.TextOrNull(6),
        StepUpEntry = row.NumberOrNull(7),
        BeganAt = row.Instant(8),
        Method = row.GetString(9),
        LockedAt = row.InstantOrNull(10),
    };
}
