using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Strongroom.Server.Storage;

/// <summary>A setting that was chosen in the pages.</summary>
internal sealed class SettingRow : IEntityTypeConfiguration<SettingRow>
{
    /// <summary>Such as <c>Server:PublicUrl</c>.</summary>
    public string Name { get; set; } = string.Empty;

    public string Value { get; set; } = string.Empty;

    public DateTimeOffset ChangedAt { get; set; }

    public void Configure(EntityTypeBuilder<SettingRow> builder)
    {
        builder.ToTable("setting").HasKey(row => row.Name);
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.Value).HasColumnName("value");
        builder.Property(row => row.ChangedAt).HasColumnName("changed_at");
    }
}
