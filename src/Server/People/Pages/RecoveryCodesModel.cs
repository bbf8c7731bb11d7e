namespace Strongroom.Server.People.Pages;

/// <summary>A newcomer's recovery codes; null where they were shown already.</summary>
internal sealed record RecoveryCodesModel(IReadOnlyList<string>? Codes)
{
    public override string ToString() => nameof(RecoveryCodesModel);
}
