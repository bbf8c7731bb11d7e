using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Databases;

/// <summary>A move that is under way. A pair that is missing stands for the files of the data folder.</summary>
internal sealed class CompartmentMoveRow : IEntityTypeConfiguration<CompartmentMoveRow>
{
    public CompartmentId Compartment { get; set; } = null!;

    public RecordId? FromPair { get; set; }

    public RecordId? ToPair { get; set; }

    public CompartmentMoveState State { get; set; }

    public DateTimeOffset BeganAt { get; set; }

    public void Configure(EntityTypeBuilder<CompartmentMoveRow> builder)
    {
        builder.ToTable("compartment_move").HasKey(row => row.Compartment);
        builder.Property(row => row.Compartment).HasColumnName("compartment");
        builder.Property(row => row.FromPair).HasColumnName("from_pair");
        builder.Property(row => row.ToPair).HasColumnName("to_pair");
        builder.Property(row => row.State).HasColumnName("state");
        builder.Property(row => row.BeganAt).HasColumnName("began_at");
    }
}
