namespace Strongroom.Server.Intake.Forms;

/// <summary>Every published form, and how often that set has changed.</summary>
internal sealed record FormSet
{
    /// <summary>Counts the changes from 1; a file behind the pin is an old one put back.</summary>
    public required long Revision { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    public required IReadOnlyList<IntakeForm> Forms { get; init; }

    public static FormSet None { get; } = new() { Revision = 0, SignedAt = DateTimeOffset.UnixEpoch, Forms = [] };

    public IntakeForm? Find(string untrustedSlug) => Forms.FirstOrDefault(form => form.Slug == untrustedSlug);
}
