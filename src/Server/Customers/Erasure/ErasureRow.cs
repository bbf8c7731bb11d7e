using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Erasure;

/// <summary>An erasure that is under way or done. It names nobody.</summary>
internal sealed class ErasureRow : IEntityTypeConfiguration<ErasureRow>
{
    /// <summary>The keyed hash of the code, as in the code's route.</summary>
    public byte[] Hash { get; set; } = [];

    public CompartmentId Compartment { get; set; } = null!;

    public ObjectHandle Handle { get; set; } = null!;

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Null while it is under way.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>What has to go, sealed under the compartment's file key; null once it is done.</summary>
    public byte[]? SealedPlan { get; set; }

    /// <summary>The certificate, sealed under the compartment's file key; null until it is done.</summary>
    public byte[]? SealedCertificate { get; set; }

    public void Configure(EntityTypeBuilder<ErasureRow> builder)
    {
        builder.ToTable("erasure").HasKey(row => row.Hash);
        builder.Property(row => row.Hash).HasColumnName("hash");
        builder.Property(row => row.Compartment).HasColumnName("compartment");
        builder.Property(row => row.Handle).HasColumnName("handle");
        builder.Property(row => row.AskedAt).HasColumnName("asked_at");
        builder.Property(row => row.ErasedAt).HasColumnName("erased_at");
        builder.Property(row => row.SealedPlan).HasColumnName("sealed_plan");
        builder.Property(row => row.SealedCertificate).HasColumnName("sealed_certificate");
    }
}
