using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>What step 4 sends.</summary>
internal sealed record OwnerInput
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    public required PersonalText Password { get; init; }

    /// <summary>A firm of one person also takes the role of case handler.</summary>
    public bool WorksWithCustomers { get; init; }

    /// <summary>A firm of one person also takes the role of security officer.</summary>
    public bool Watches { get; init; }

    /// <summary>The owner declares to be entitled and fit to handle customers' confidences.</summary>
    public bool Attests { get; init; }

    /// <summary>The agreement was read and is accepted.</summary>
    public bool Agrees { get; init; }

    public override string ToString() => nameof(OwnerInput);
}
