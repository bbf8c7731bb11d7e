using Strongroom.Vocabulary;

namespace Strongroom.Server.Home;

/// <summary>What the first page refuses.</summary>
internal static class HomeRefusals
{
    public static readonly Refusal NoCompartment = new(
        RefusalKind.NotReady, "compartment-closed",
        "No compartment of yours is open. Ask the owner to assign you to one, or to open it.");

    public static readonly Refusal HasCustomers = new(
        RefusalKind.Conflict, "duplicate-suspected",
        "There are customers already. Invented ones would stand among them, so none were loaded.");
}
