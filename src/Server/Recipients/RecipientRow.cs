using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>An outsider who knows customers by codes of its own, for one purpose.</summary>
internal sealed class RecipientRow : IEntityTypeConfiguration<RecipientRow>
{
    public RecipientId Id { get; set; } = null!;

    public string Name { get; set; } = string.Empty;

    /// <summary>From the list of purposes.</summary>
    public string Purpose { get; set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The text form of the actor's id.</summary>
    public string CreatedBy { get; set; } = string.Empty;

    /// <summary>From this instant on its codes resolve no more; null where they have no end.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When its codes were taken back; null while they were not.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    public void Configure(EntityTypeBuilder<RecipientRow> builder)
    {
        builder.ToTable("recipient").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.Purpose).HasColumnName("purpose");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.CreatedBy).HasColumnName("created_by");
        builder.Property(row => row.ExpiresAt).HasColumnName("expires_at");
        builder.Property(row => row.RevokedAt).HasColumnName("revoked_at");
    }

    /// <summary>Whether its codes are handed out and resolve. The last instant is already too late.</summary>
    public bool IsInUse(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is not { } end || end > now);
}
