namespace Strongroom.Server.Agreements;

/// <summary>A paragraph or line, and whether the newer text has it only, lacks it, or has it unchanged.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Html">As <see cref="AgreementHtml"/> writes it.</param>
internal sealed record TextChange(TextChangeKind Kind, string Html);
