using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>A passkey in the registry: the public half only.</summary>
internal sealed class PasskeyRow : IEntityTypeConfiguration<PasskeyRow>
{
    private const char Separator = ',';

    public PasskeyId Id { get; set; } = PasskeyId.New();

    public StaffId Staff { get; set; } = StaffId.New();

    /// <summary>The id that the authenticator drew.</summary>
    public byte[] Credential { get; set; } = [];

    /// <summary>COSE.</summary>
    public byte[] PublicKey { get; set; } = [];

    /// <summary>The authenticator's counter at the last use; many count nothing and stay at 0.</summary>
    public long SignCount { get; set; }

    /// <summary>As its holder calls it.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>How browsers reach it: <c>internal</c>, <c>usb</c>, …</summary>
    public string TransportsText { get; set; } = string.Empty;

    /// <summary>It may be copied to the holder's other machines.</summary>
    public bool IsBackupEligible { get; set; }

    /// <summary>It has been.</summary>
    public bool IsBackedUp { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public IReadOnlyList<string> Transports
    {
        get => TransportsText.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        set => TransportsText = string.Join(Separator, value);
    }

    public void Configure(EntityTypeBuilder<PasskeyRow> builder)
    {
        builder.ToTable("passkey").HasKey(row => row.Id);
        builder.Ignore(row => row.Transports);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Staff).HasColumnName("staff");
        builder.Property(row => row.Credential).HasColumnName("credential");
        builder.Property(row => row.PublicKey).HasColumnName("public_key");
        builder.Property(row => row.SignCount).HasColumnName("sign_count");
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.TransportsText).HasColumnName("transports");
        builder.Property(row => row.IsBackupEligible).HasColumnName("is_backup_eligible");
        builder.Property(row => row.IsBackedUp).HasColumnName("is_backed_up");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.UsedAt).HasColumnName("used_at");
    }
}
