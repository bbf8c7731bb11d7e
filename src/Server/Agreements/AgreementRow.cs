using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>One version of the agreement; never changed, only followed by the next.</summary>
internal sealed class AgreementRow : IEntityTypeConfiguration<AgreementRow>
{
    public AgreementId Id { get; set; } = AgreementId.New();

    public long Version { get; set; }

    /// <summary>Canonical, so that its bytes are its identity.</summary>
    public string Text { get; set; } = string.Empty;

    public byte[] TextHash { get; set; } = [];

    public string PublishedBy { get; set; } = string.Empty;

    public DateTimeOffset PublishedAt { get; set; }

    public void Configure(EntityTypeBuilder<AgreementRow> builder)
    {
        builder.ToTable("agreement").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Version).HasColumnName("version");
        builder.Property(row => row.Text).HasColumnName("text");
        builder.Property(row => row.TextHash).HasColumnName("text_hash");
        builder.Property(row => row.PublishedBy).HasColumnName("published_by");
        builder.Property(row => row.PublishedAt).HasColumnName("published_at");
    }
}
