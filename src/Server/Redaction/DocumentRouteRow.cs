using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Redaction;

/// <summary>In which compartment a document lies, and how the audit log names it.</summary>
internal sealed class DocumentRouteRow : IEntityTypeConfiguration<DocumentRouteRow>
{
    public DocumentId Id { get; set; } = null!;

    public CompartmentId Compartment { get; set; } = null!;

    public ObjectHandle Handle { get; set; } = null!;

    public void Configure(EntityTypeBuilder<DocumentRouteRow> builder)
    {
        builder.ToTable("document_route").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Compartment).HasColumnName("compartment");
        builder.Property(row => row.Handle).HasColumnName("handle");
    }
}
