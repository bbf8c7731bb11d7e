using Strongroom.AuditLog;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Compartments;

/// <summary>What somebody looks for one customer in many compartments for.</summary>
/// <param name="Act">As the log names it.</param>
/// <param name="Permission">What it takes in each of them.</param>
/// <param name="Details">What else the entry says; no values, ever.</param>
internal sealed record SearchRequest(
    AuditAct Act, Permission Permission, IReadOnlyDictionary<string, string> Details)
{
    /// <summary>The same, in one compartment.</summary>
    public AccessRequest In(CompartmentFacts place) => new()
    {
        Compartment = place,
        Act = Act,
        Permission = Permission,
        Details = Details,
    };
}
