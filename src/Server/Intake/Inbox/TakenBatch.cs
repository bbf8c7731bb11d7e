namespace Strongroom.Server.Intake.Inbox;

/// <summary>What became of the submissions of a batch.</summary>
internal sealed class TakenBatch
{
    /// <summary>They are customers now, or were before: their files may go.</summary>
    public List<OpenedSubmission> Done { get; } = [];

    /// <summary>Their codes are held for a customer of another compartment, where one must look first.</summary>
    public List<PlannedCustomer> Elsewhere { get; } = [];
}
