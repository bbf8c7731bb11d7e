using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>A service account in the registry, its key as a keyed hash.</summary>
internal sealed class ServiceAccountRow : IEntityTypeConfiguration<ServiceAccountRow>
{
    public ServiceAccountId Id { get; set; } = ServiceAccountId.New();

    public byte[] Hash { get; set; } = [];

    public string Name { get; set; } = string.Empty;

    public string Purpose { get; set; } = string.Empty;

    /// <summary>Whose screening and signature it stands on.</summary>
    public StaffId Owner { get; set; } = StaffId.New();

    /// <summary>Separated by commas, as are series and addresses.</summary>
    public string Scopes { get; set; } = string.Empty;

    public string Series { get; set; } = string.Empty;

    /// <summary>Addresses and networks that it may call from; empty means any.</summary>
    public string Addresses { get; set; } = string.Empty;

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public void Configure(EntityTypeBuilder<ServiceAccountRow> builder)
    {
        builder.ToTable("service_account").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Hash).HasColumnName("hash");
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.Purpose).HasColumnName("purpose");
        builder.Property(row => row.Owner).HasColumnName("owner");
        builder.Property(row => row.Scopes).HasColumnName("scopes");
        builder.Property(row => row.Series).HasColumnName("series");
        builder.Property(row => row.Addresses).HasColumnName("addresses");
        builder.Property(row => row.ExpiresAt).HasColumnName("expires_at");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.UsedAt).HasColumnName("used_at");
    }
}
