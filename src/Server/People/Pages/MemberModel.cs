using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.People.Pages;

/// <summary>What the pages of one member of staff show.</summary>
internal sealed record MemberModel
{
    public required StaffCard Member { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What the present grant reaches.</summary>
    public required GrantReach Reach { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<ScreeningCard> Screenings { get; init; }

    /// <summary>The keys that the member answers for.</summary>
    public required IReadOnlyList<ServiceAccountCard> Keys { get; init; }

    public required bool IsSelf { get; init; }

    public required bool MayManage { get; init; }

    public required bool MayScreen { get; init; }

    /// <summary>What was just done, as the address says: one of a few words.</summary>
    public string? Done { get; init; }

    /// <summary>What was typed, by the field's name.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The screening items that were ticked.</summary>
    public IReadOnlyList<string> Ticked { get; init; } = [];

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>The items to be checked: those needed, or those offered where none was named.</summary>
    public IReadOnlyList<string> Items =>
        Member.ScreeningItems.Count > 0 ? Member.ScreeningItems : ScreeningWords.Offered;

    /// <summary>The newest screening that covers an item.</summary>
    public ScreeningCard? NewestOf(string item) =>
        Screenings.FirstOrDefault(screening => screening.Items.Contains(item, StringComparer.Ordinal));

    public string? FaultOf(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Sentence;
}
