using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Which version of the agreement staff must have signed; one row, read with every standing.</summary>
internal sealed class CurrentAgreementRow : IEntityTypeConfiguration<CurrentAgreementRow>
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public AgreementId Agreement { get; set; } = AgreementId.New();

    public void Configure(EntityTypeBuilder<CurrentAgreementRow> builder)
    {
        builder.ToTable("current_agreement").HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(row => row.Agreement).HasColumnName("agreement");
    }
}
