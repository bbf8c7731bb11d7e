namespace Strongroom.AuditLog;

/// <summary>Collects the first hundred faults; a damaged log has no use for more.</summary>
internal sealed class VerifierFaults
{
    private const int Most = 100;
    private readonly List<VerificationFault> _faults = [];

    public IReadOnlyList<VerificationFault> All => _faults;

    public void Add(string place, string fault)
    {
        if (_faults.Count < Most)
        {
            _faults.Add(new VerificationFault(place, fault));
        }
    }
}
