using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments.Databases;

/// <summary>
/// Two databases of a PostgreSQL server, free or a compartment's. Their passwords are sealed.
/// </summary>
internal sealed class DatabasePairRow : IEntityTypeConfiguration<DatabasePairRow>
{
    /// <summary>Names the databases and their roles.</summary>
    public RecordId Id { get; set; } = null!;

    /// <summary>The server, as a connection string without database, role and password.</summary>
    public string Endpoint { get; set; } = "";

    public byte[] KeysPassword { get; set; } = [];

    public byte[] RecordsPassword { get; set; } = [];

    /// <summary>Whether the roles have these passwords already.</summary>
    public bool IsReady { get; set; }

    /// <summary>Whose they are; null while they are in stock.</summary>
    public CompartmentId? Compartment { get; set; }

    public DateTimeOffset TakenInAt { get; set; }

    public void Configure(EntityTypeBuilder<DatabasePairRow> builder)
    {
        builder.ToTable("database_pair").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Endpoint).HasColumnName("endpoint");
        builder.Property(row => row.KeysPassword).HasColumnName("keys_password");
        builder.Property(row => row.RecordsPassword).HasColumnName("records_password");
        builder.Property(row => row.IsReady).HasColumnName("is_ready");
        builder.Property(row => row.Compartment).HasColumnName("compartment").IsConcurrencyToken();
        builder.Property(row => row.TakenInAt).HasColumnName("taken_in_at");
    }
}
