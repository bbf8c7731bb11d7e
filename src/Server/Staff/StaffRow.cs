using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>A member of staff in the registry.</summary>
internal sealed class StaffRow : IEntityTypeConfiguration<StaffRow>
{
    private const char Separator = ',';

    public StaffId Id { get; set; } = StaffId.New();

    /// <summary>Trimmed and in lower case.</summary>
    public string Email { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    public StaffState State { get; set; }

    public string RolesText { get; set; } = string.Empty;

    public string SeriesText { get; set; } = string.Empty;

    /// <summary>The Argon2id string; null until the invitation is accepted.</summary>
    public string? Password { get; set; }

    /// <summary>Changes with password, second factor and suspension; sessions of an older stamp are over.</summary>
    public string Stamp { get; set; } = string.Empty;

    /// <summary>The second factor's secret is the pepper's hash of this; the secret itself is stored nowhere.</summary>
    public byte[] FactorSalt { get; set; } = [];

    /// <summary>The last time step whose code was used; no code works twice.</summary>
    public long FactorStep { get; set; }

    /// <summary>Tries since the last success or the last lock's end.</summary>
    public int Tries { get; set; }

    /// <summary>Tries since the last success.</summary>
    public int TriesInRow { get; set; }

    public DateTimeOffset? TriedAt { get; set; }

    public DateTimeOffset? LoggedInAt { get; set; }

    public DateTimeOffset? ScreenedUntil { get; set; }

    /// <summary>What a screening must have covered, one item a line; empty means that any screening will do.</summary>
    public string ScreeningItemsText { get; set; } = string.Empty;

    /// <summary>The screening is the owner's own word at the founding.</summary>
    public bool IsScreeningFounding { get; set; }

    public AgreementId? SignedAgreement { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Counts changes, for <c>If-Match</c>.</summary>
    public long Version { get; set; } = 1;

    public IReadOnlyList<Role> Roles
    {
        get => [.. Split(RolesText).Select(name => RoleNames.TryParse(name, out Role role) ? role : Role.None)];
        set => RolesText = string.Join(Separator, value.Select(RoleNames.Write));
    }

    public IReadOnlyList<string> Series
    {
        get => Split(SeriesText);
        set => SeriesText = string.Join(
            Separator, value.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    public IReadOnlyList<string> ScreeningItems
    {
        get => ScreeningItemsText.Split(ScreeningRow.ItemSeparator, StringSplitOptions.RemoveEmptyEntries);
        set => ScreeningItemsText = string.Join(ScreeningRow.ItemSeparator, value);
    }

    public void Configure(EntityTypeBuilder<StaffRow> builder)
    {
        builder.ToTable("staff").HasKey(row => row.Id);
        builder.Ignore(row => row.Roles).Ignore(row => row.Series).Ignore(row => row.ScreeningItems);
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.Email).HasColumnName("email");
        builder.Property(row => row.Name).HasColumnName("name");
        builder.Property(row => row.State).HasColumnName("state");
        builder.Property(row => row.RolesText).HasColumnName("roles");
        builder.Property(row => row.SeriesText).HasColumnName("series");
        builder.Property(row => row.Password).HasColumnName("password");
        builder.Property(row => row.Stamp).HasColumnName("stamp");
        builder.Property(row => row.FactorSalt).HasColumnName("factor_salt");
        builder.Property(row => row.FactorStep).HasColumnName("factor_step");
        builder.Property(row => row.Tries).HasColumnName("tries");
        builder.Property(row => row.TriesInRow).HasColumnName("tries_in_row");
        builder.Property(row => row.TriedAt).HasColumnName("tried_at");
        builder.Property(row => row.LoggedInAt).HasColumnName("logged_in_at");
        builder.Property(row => row.ScreenedUntil).HasColumnName("screened_until");
        builder.Property(row => row.ScreeningItemsText).HasColumnName("screening_items");
        builder.Property(row => row.IsScreeningFounding).HasColumnName("is_screening_founding");
        builder.Property(row => row.SignedAgreement).HasColumnName("signed_agreement");
        builder.Property(row => row.CreatedAt).HasColumnName("created_at");
        builder.Property(row => row.Version).HasColumnName("version").IsConcurrencyToken();
    }

    private static string[] Split(string text) => text.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
