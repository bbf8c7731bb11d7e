namespace Strongroom.Server.Agreements;

/// <summary>A version of the agreement.</summary>
internal sealed record AgreementCard
{
    public required string Id { get; init; }

    public required long Version { get; init; }

    public required bool IsCurrent { get; init; }

    /// <summary>Left out in lists.</summary>
    public string? Text { get; init; }

    /// <summary>SHA-256 of the text's UTF-8 bytes, in hexadecimal digits.</summary>
    public required string TextSha256 { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Whether the caller has signed it; left out in lists.</summary>
    public bool? Signed { get; init; }

    public static AgreementCard Of(AgreementRow row, bool isCurrent, bool withText) => new()
    {
        Id = row.Id.ToString(),
        Version = row.Version,
        IsCurrent = isCurrent,
        Text = withText ? row.Text : null,
        TextSha256 = Convert.ToHexStringLower(row.TextHash),
        PublishedAt = row.PublishedAt,
    };
}
