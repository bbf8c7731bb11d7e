using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Checks;

/// <summary>The newest acknowledgement of a check; earlier ones stand in the audit log.</summary>
internal sealed class AcknowledgementRow : IEntityTypeConfiguration<AcknowledgementRow>
{
    /// <summary>The check.</summary>
    public string Id { get; set; } = string.Empty;

    /// <summary>What the check had found then.</summary>
    public string Ground { get; set; } = string.Empty;

    public string Reason { get; set; } = string.Empty;

    public StaffId Staff { get; set; } = StaffId.New();

    public DateTimeOffset At { get; set; }

    public void Configure(EntityTypeBuilder<AcknowledgementRow> builder)
    {
        builder.ToTable("check_acknowledgement").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Ground).HasColumnName("ground");
        builder.Property(row => row.Reason).HasColumnName("reason");
        builder.Property(row => row.Staff).HasColumnName("staff");
        builder.Property(row => row.At).HasColumnName("at");
    }
}
