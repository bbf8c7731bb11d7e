using Strongroom.Vocabulary;

namespace Strongroom.Server.KeyHolders;

/// <summary>
/// What a key holder brings: number and code, or the lines of a sheet (seven of a share, four of the unseal key itself).
/// </summary>
internal sealed record PresentRequest
{
    public int? Number { get; init; }

    public PersonalText? Code { get; init; }

    public IReadOnlyList<PersonalText>? Lines { get; init; }
}
