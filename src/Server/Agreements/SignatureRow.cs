using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>That somebody accepted a version: what, who, when, how, and the number of the log entry.</summary>
internal sealed class SignatureRow : IEntityTypeConfiguration<SignatureRow>
{
    /// <summary>Accepted under password and authenticator; a signature by a passkey will say so.</summary>
    public const string Acceptance = "acceptance";

    public long Receipt { get; set; }

    public AgreementId Agreement { get; set; } = AgreementId.New();

    public StaffId Staff { get; set; } = StaffId.New();

    /// <summary>As the person typed it.</summary>
    public string Name { get; set; } = string.Empty;

    public byte[] Nonce { get; set; } = [];

    public byte[] Hash { get; set; } = [];

    public string Method { get; set; } = Acceptance;

    public DateTimeOffset SignedAt { get; set; }

    public long Entry { get; set; }

    public void Configure(EntityTypeBuilder<SignatureRow> builder)
    {
        builder.ToTable("agreement_signature").HasKey(row => row.Receipt);
        builder.Property(row => row.Receipt).HasColumnName("receipt").ValueGeneratedOnAdd();
        builder.Property(row => row.Agreement).HasColumnName("agreement");
        builder.Property(row => row.Staff).HasColumnName("staff");
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.Nonce).HasColumnName("nonce");
        builder.Property(row => row.Hash).HasColumnName("hash");
        builder.Property(row => row.Method).HasColumnName("method");
        builder.Property(row => row.SignedAt).HasColumnName("signed_at");
        builder.Property(row => row.Entry).HasColumnName("entry");
    }
}
