using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Agreements;

/// <summary>That somebody accepted a version: what, who, when, how, and the number of the log entry.</summary>
internal sealed class SignatureRow : IEntityTypeConfiguration<SignatureRow>
{
    /// <summary>Accepted under a log-in with a second factor, not by a key of the signer's own.</summary>
    public const string Acceptance = "acceptance";

    /// <summary>Signed by a passkey: its assertion's challenge is the hash.</summary>
    public const string Passkey = "passkey";

    public long Receipt { get; set; }

    public AgreementId Agreement { get; set; } = AgreementId.New();

    public StaffId Staff { get; set; } = StaffId.New();

    /// <summary>As the person typed it.</summary>
    public string Name { get; set; } = string.Empty;

    public byte[] Nonce { get; set; } = [];

    public byte[] Hash { get; set; } = [];

    public string Method { get; set; } = Acceptance;

    /// <summary>What the signer was shown, in words and hashes; null for signatures from before it was kept.</summary>
    public string? Displayed { get; set; }

    /// <summary>The passkey's credential id; this and what follows only where a passkey signed.</summary>
    public byte[]? Credential { get; set; }

    /// <summary>COSE; kept here, because the passkey may be removed.</summary>
    public byte[]? PublicKey { get; set; }

    /// <summary>The authenticator's part of what was signed.</summary>
    public byte[]? Authenticator { get; set; }

    /// <summary>The browser's part, with the challenge.</summary>
    public byte[]? Browser { get; set; }

    /// <summary>The signature over the two.</summary>
    public byte[]? Assertion { get; set; }

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
        builder.Property(row => row.Displayed).HasColumnName("displayed");
        builder.Property(row => row.Credential).HasColumnName("credential");
        builder.Property(row => row.PublicKey).HasColumnName("public_key");
        builder.Property(row => row.Authenticator).HasColumnName("authenticator");
        builder.Property(row => row.Browser).HasColumnName("browser");
        builder.Property(row => row.Assertion).HasColumnName("assertion");
        builder.Property(row => row.SignedAt).HasColumnName("signed_at");
        builder.Property(row => row.Entry).HasColumnName("entry");
    }
}
