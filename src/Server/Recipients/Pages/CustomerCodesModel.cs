using Strongroom.Server.Customers.Pages;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients.Pages;

/// <summary>A customer's tab of recipients.</summary>
internal sealed record CustomerCodesModel : ICustomerTab
{
    public required CustomerModel Customer { get; init; }

    /// <summary>The recipients whose codes are in use.</summary>
    public required IReadOnlyList<RecipientCard> Recipients { get; init; }

    /// <summary>Those who have a code for this customer.</summary>
    public required IReadOnlySet<RecipientId> Having { get; init; }

    /// <summary>The recipient whose code is shown.</summary>
    public RecipientId? Shown { get; init; }

    /// <summary>That code.</summary>
    public RecipientCode? Code { get; init; }
}
