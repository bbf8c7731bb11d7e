using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Storage.Jobs;

/// <summary>
/// Long work in the registry: durable, with progress. Holds ids and counts; nothing personal, so no file names.
/// </summary>
internal sealed class JobRow : IEntityTypeConfiguration<JobRow>
{
    public JobId Id { get; set; } = null!;

    public string Kind { get; set; } = "";

    public JobState State { get; set; }

    public CompartmentId? Compartment { get; set; }

    /// <summary>The text form of the actor's id.</summary>
    public string StartedBy { get; set; } = "";

    public long Done { get; set; }

    public long Total { get; set; }

    public long Failed { get; set; }

    /// <summary>A stable code that says how it ended; null while it has not.</summary>
    public string? Outcome { get; set; }

    /// <summary>What the work was told, as its own JSON: ids and switches.</summary>
    public string Settings { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public void Configure(EntityTypeBuilder<JobRow> builder)
    {
        builder.ToTable("job").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Kind).HasColumnName("kind");
        builder.Property(row => row.State).HasColumnName("state");
        builder.Property(row => row.Compartment).HasColumnName("compartment");
        builder.Property(row => row.StartedBy).HasColumnName("started_by");
        builder.Property(row => row.Done).HasColumnName("done");
        builder.Property(row => row.Total).HasColumnName("total");
        builder.Property(row => row.Failed).HasColumnName("failed");
        builder.Property(row => row.Outcome).HasColumnName("outcome");
        builder.Property(row => row.Settings).HasColumnName("settings");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.ChangedAt).HasColumnName("changed_at");
    }
}
