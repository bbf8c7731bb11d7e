using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>Step 4: who owns it. Draws the keys that the second factor stands on; nothing is written.</summary>
internal sealed class DescribeOwner(MakeKeys keys)
{
    /// <exception cref="RefusedException">Something does not fit; every fault is named.</exception>
    public void Run(SetupDraft draft, OwnerInput owner)
    {
        var input = new StaffInput();
        string name = input.Text("name", owner.Name, StaffInput.LongestName);
        string email = input.Email(owner.Email);
        input.Password(owner.Password.Reveal(), email, name, draft.Business);
        input.Require("attestation", owner.Attests, "Nobody else can vouch for the first person.");
        input.Require("agreement", owner.Agrees, "Read the agreement and accept it: nobody works here without.");
        input.ThrowIfFaulty();
        var roles = new List<Role> { Role.Owner };
        if (owner.WorksWithCustomers)
        {
            roles.Add(Role.CaseHandler);
        }

        if (owner.Watches)
        {
            roles.Add(Role.SecurityOfficer);
        }

        draft.Keys ??= keys.Draw();
        draft.Owner = new OwnerDraft
        {
            Name = name,
            Email = email,
            Password = owner.Password,
            Roles = [.. roles.Order()],
        };
    }
}
