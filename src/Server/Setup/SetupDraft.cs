using System.Security.Cryptography;
using Strongroom.Sealing;

namespace Strongroom.Server.Setup;

/// <summary>
/// What one browser has said so far. It is in memory only: a first run that is given up leaves nothing behind.
/// </summary>
internal sealed class SetupDraft : IDisposable
{
    private const int GroupCount = RecoverySheet.LineCount * RecoverySheet.GroupsOfLine;

    public string Business { get; set; } = string.Empty;

    public TradeTemplate Template { get; set; } = TradeTemplates.All[0];

    public AddressChoice? Address { get; set; }

    public OwnerDraft? Owner { get; set; }

    /// <summary>Drawn with the owner's page.</summary>
    public FoundingKeys? Keys { get; set; }

    /// <summary>Which groups of the sheet are asked back, from 0.</summary>
    public (int First, int Second) Asked { get; private set; } = DrawGroups();

    public bool HasKeptSheet { get; set; }

    /// <summary>The first step that is not done.</summary>
    public SetupStep Next => this switch
    {
        { Business.Length: 0 } => SetupStep.Business,
        { Address: null } => SetupStep.Address,
        { Owner: null } or { Keys: null } => SetupStep.You,
        { Owner.HasChosenPasskeys: false } when HasPasskeys => SetupStep.Passkeys,
        { Owner.FactorStep: null } => SetupStep.Factor,
        { Owner.HasKeptCodes: false } => SetupStep.Codes,
        { HasKeptSheet: false } => SetupStep.Kit,
        _ => SetupStep.Compartment,
    };

    /// <summary>Whether passkeys work at the address; where they do not, nobody is asked for one.</summary>
    private bool HasPasskeys => Address is { } address && PasskeyHost.IsGood(address.PublicUrl.IdnHost);

    /// <summary>Keeps what is no secret and wipes the rest, for somebody who begins again with the code.</summary>
    public void BeginAgain()
    {
        Owner = null;
        HasKeptSheet = false;
        Asked = DrawGroups();
        Keys?.Dispose();
        Keys = null;
    }

    public void Dispose() => BeginAgain();

    public override string ToString() => nameof(SetupDraft);

    // In two different lines, so that more than one line was looked at.
    private static (int First, int Second) DrawGroups()
    {
        int first = RandomNumberGenerator.GetInt32(GroupCount / 2);
        int second = GroupCount / 2 + RandomNumberGenerator.GetInt32(GroupCount / 2);
        return (first, second);
    }
}
