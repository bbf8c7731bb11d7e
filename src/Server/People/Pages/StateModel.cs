namespace Strongroom.Server.People.Pages;

/// <summary>What the page shows that suspends, reinstates and records a departure.</summary>
internal sealed record StateModel
{
    public required MemberModel Of { get; init; }

    /// <summary>Why it was not done.</summary>
    public string? Refusal { get; init; }
}
