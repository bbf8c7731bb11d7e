using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>
/// A compartment in the registry: its place in a series, its cap, whether it is closed; nothing of its customers.
/// </summary>
internal sealed class CompartmentRow : IEntityTypeConfiguration<CompartmentRow>
{
    public CompartmentId Id { get; set; } = null!;

    public string Name { get; set; } = "";

    public string Series { get; set; } = "";

    public int Number { get; set; }

    public int Cap { get; set; }

    public int Customers { get; set; }

    public bool IsClosed { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public void Configure(EntityTypeBuilder<CompartmentRow> builder)
    {
        builder.ToTable("compartment").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.Series).HasColumnName("series");
        builder.Property(row => row.Number).HasColumnName("number");
        builder.Property(row => row.Cap).HasColumnName("cap");
        builder.Property(row => row.Customers).HasColumnName("customers");
        builder.Property(row => row.IsClosed).HasColumnName("is_closed");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
    }
}
