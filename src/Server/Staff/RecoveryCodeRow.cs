using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>A recovery code that has not been used, under its keyed hash.</summary>
internal sealed class RecoveryCodeRow : IEntityTypeConfiguration<RecoveryCodeRow>
{
    public byte[] Hash { get; set; } = [];

    public StaffId Staff { get; set; } = StaffId.New();

    public void Configure(EntityTypeBuilder<RecoveryCodeRow> builder)
    {
        builder.ToTable("recovery_code").HasKey(row => row.Hash);
        builder.Property(row => row.Hash).HasColumnName("hash");
        builder.Property(row => row.Staff).HasColumnName("staff");
    }
}
