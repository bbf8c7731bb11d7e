using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Strongroom.Server.Setup;

/// <summary>
/// Whose installation this is; the one row makes the claim final, also for two claims at the same moment.
/// </summary>
internal sealed class InstallationRow : IEntityTypeConfiguration<InstallationRow>
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public string Business { get; set; } = string.Empty;

    public DateTimeOffset ClaimedAt { get; set; }

    public void Configure(EntityTypeBuilder<InstallationRow> builder)
    {
        builder.ToTable("installation").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(row => row.Business).HasColumnName("business");
        builder.Property(row => row.ClaimedAt).HasColumnName("claimed_at");
    }
}
