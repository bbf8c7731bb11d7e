using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>A session in the registry, under the keyed hash of its token.</summary>
internal sealed class SessionRow : IEntityTypeConfiguration<SessionRow>
{
    public byte[] Hash { get; set; } = [];

    public StaffId Staff { get; set; } = StaffId.New();

    /// <summary>The member's stamp when the session began; another one now means that it is over.</summary>
    public string Stamp { get; set; } = string.Empty;

    public DateTimeOffset SeenAt { get; set; }

    public DateTimeOffset EndsAt { get; set; }

    /// <summary>When the second factor was last given, the log-in counted.</summary>
    public DateTimeOffset FactorAt { get; set; }

    /// <summary>When the second factor was last given on purpose, for an act that asks for it.</summary>
    public DateTimeOffset? SteppedUpAt { get; set; }

    /// <summary>The hash of the one act that the step-up opens; null for all that ask for one.</summary>
    public string? SteppedUpFor { get; set; }

    /// <summary>The step-up's entry in the audit log.</summary>
    public long? StepUpEntry { get; set; }

    public DateTimeOffset BeganAt { get; set; }

    /// <summary>As <see cref="SessionMethod"/> names it.</summary>
    public string Method { get; set; } = SessionMethod.Password;

    /// <summary>Since when the screen is locked; null while it is not.</summary>
    public DateTimeOffset? LockedAt { get; set; }

    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("session").HasKey(row => row.Hash);
        builder.Property(row => row.Hash).HasColumnName("hash");
        builder.Property(row => row.Staff).HasColumnName("staff");
        builder.Property(row => row.Stamp).HasColumnName("stamp");
        builder.Property(row => row.SeenAt).HasColumnName("seen_at");
        builder.Property(row => row.EndsAt).HasColumnName("ends_at");
        builder.Property(row => row.FactorAt).HasColumnName("factor_at");
        builder.Property(row => row.SteppedUpAt).HasColumnName("stepped_up_at");
        builder.Property(row => row.SteppedUpFor).HasColumnName("stepped_up_for");
        builder.Property(row => row.StepUpEntry).HasColumnName("step_up_entry");
        builder.Property(row => row.BeganAt).HasColumnName("began_at");
        builder.Property(row => row.Method).HasColumnName("method");
        builder.Property(row => row.LockedAt).HasColumnName("locked_at");
    }
}
