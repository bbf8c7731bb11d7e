using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Pages;

/// <summary>The form that registers or corrects a customer. Holds what was typed until it fits.</summary>
internal sealed record FormModel
{
    /// <summary>The customer that is corrected; null for a new one.</summary>
    public CustomerModel? Customer { get; init; }

    /// <summary>The series to choose from.</summary>
    public IReadOnlyList<string> Series { get; init; } = [];

    public string? Chosen { get; init; }

    public required IReadOnlyList<KindInputs> Kinds { get; init; }

    /// <summary>The purposes to choose from, for a correction.</summary>
    public IReadOnlyList<PurposeSetting> Purposes { get; init; } = [];

    public string? Purpose { get; init; }

    public string? Case { get; init; }

    /// <summary>The version that is corrected, as the form carried it.</summary>
    public long Version { get; init; }

    /// <summary>Somebody was faster: the version is a newer one now, and what was typed is still there.</summary>
    public bool IsStale { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>Where the form goes.</summary>
    public string Action => Customer is null ? "/customers/new" : Customer.Path + "/corrections";
}
