using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Codes;

/// <summary>
/// Where a bare code leads. The row holds the code's keyed hash; after an erasure it stays as a tombstone.
/// </summary>
internal sealed class CodeRouteRow : IEntityTypeConfiguration<CodeRouteRow>
{
    public byte[] Hash { get; set; } = [];

    public CompartmentId Compartment { get; set; } = null!;

    public ObjectHandle Handle { get; set; } = null!;

    public bool IsTombstone { get; set; }

    public void Configure(EntityTypeBuilder<CodeRouteRow> builder)
    {
        builder.ToTable("code_route").HasKey(row => row.Hash);
        builder.Property(row => row.Hash).HasColumnName("hash");
        builder.Property(row => row.Compartment).HasColumnName("compartment");
        builder.Property(row => row.Handle).HasColumnName("handle");
        builder.Property(row => row.IsTombstone).HasColumnName("is_tombstone");
    }
}
