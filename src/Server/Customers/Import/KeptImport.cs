using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// An import in the registry, from its upload to its undoing: which jobs belong together. What was said of the file,
/// and what came of it, is sealed in the compartment.
/// </summary>
internal sealed class KeptImport : IEntityTypeConfiguration<KeptImport>
{
    /// <summary>Drawn at the upload; the job that registers the customers runs under it.</summary>
    public JobId Id { get; set; } = null!;

    /// <summary>Where the upload is sealed.</summary>
    public CompartmentId Compartment { get; set; } = null!;

    /// <summary>The series that takes the customers in.</summary>
    public string Series { get; set; } = "";

    public RecordId Upload { get; set; } = null!;

    /// <summary>The text form of the actor's id.</summary>
    public string StartedBy { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The newest dry run; null where the columns have changed since, or there was none.</summary>
    public JobId? Check { get; set; }

    /// <summary>The job that undoes it; null while nobody has asked.</summary>
    public JobId? Undo { get; set; }

    public void Configure(EntityTypeBuilder<KeptImport> builder)
    {
        builder.ToTable("import").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Compartment).HasColumnName("compartment");
        builder.Property(row => row.Series).HasColumnName("series");
        builder.Property(row => row.Upload).HasColumnName("upload");
        builder.Property(row => row.StartedBy).HasColumnName("started_by");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.Check).HasColumnName("check_job");
        builder.Property(row => row.Undo).HasColumnName("undo_job");
    }
}
