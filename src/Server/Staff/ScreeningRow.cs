using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>A screening as it was recorded; never changed, only followed by the next.</summary>
internal sealed class ScreeningRow : IEntityTypeConfiguration<ScreeningRow>
{
    public const char ItemSeparator = '\n';

    public ScreeningId Id { get; set; } = ScreeningId.New();

    public StaffId Staff { get; set; } = StaffId.New();

    /// <summary>What was checked, one item a line.</summary>
    public string Items { get; set; } = string.Empty;

    public DateTimeOffset DoneAt { get; set; }

    public DateTimeOffset ValidUntil { get; set; }

    /// <summary>Where the proof lies; the papers themselves are not kept here.</summary>
    public string Proof { get; set; } = string.Empty;

    public bool IsFounding { get; set; }

    public StaffId RecordedBy { get; set; } = StaffId.New();

    public DateTimeOffset RecordedAt { get; set; }

    public void Configure(EntityTypeBuilder<ScreeningRow> builder)
    {
        builder.ToTable("screening").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Staff).HasColumnName("staff");
        builder.Property(row => row.Items).HasColumnName("items");
        builder.Property(row => row.DoneAt).HasColumnName("done_at");
        builder.Property(row => row.ValidUntil).HasColumnName("valid_until");
        builder.Property(row => row.Proof).HasColumnName("proof");
        builder.Property(row => row.IsFounding).HasColumnName("is_founding");
        builder.Property(row => row.RecordedBy).HasColumnName("recorded_by");
        builder.Property(row => row.RecordedAt).HasColumnName("recorded_at");
    }
}
