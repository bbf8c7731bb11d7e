using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>An open invitation, under the keyed hash of its code; one a person, gone when it is used.</summary>
internal sealed class InvitationRow : IEntityTypeConfiguration<InvitationRow>
{
    public StaffId Staff { get; set; } = StaffId.New();

    public byte[] Hash { get; set; } = [];

    public DateTimeOffset ExpiresAt { get; set; }

    public void Configure(EntityTypeBuilder<InvitationRow> builder)
    {
        builder.ToTable("invitation").HasKey(row => row.Staff);
        builder.Property(row => row.Staff).HasColumnName("staff");
        builder.Property(row => row.Hash).HasColumnName("hash");
        builder.Property(row => row.ExpiresAt).HasColumnName("expires_at");
    }
}
