using System.Security.Cryptography;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>Step 4, second part: a code that the authenticator shows proves that it holds the secret.</summary>
internal sealed class ProveFactor(TimeProvider time)
{
    /// <summary>The secret for the authenticator, as text and as an address.</summary>
    public static FactorCard Card(SetupDraft draft)
    {
        OwnerDraft owner = draft.Owner!;
        byte[] secret = SecondFactor.Secret(draft.Keys!.Pepper, owner.FactorSalt);
        try
        {
            return new FactorCard(owner.Name, owner.Email, TimeCode.Write(secret), TimeCode.Uri(secret, owner.Email));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <exception cref="RefusedException">It is not the code of this moment.</exception>
    public void Run(SetupDraft draft, PersonalText untrustedCode)
    {
        OwnerDraft owner = draft.Owner!;
        byte[] secret = SecondFactor.Secret(draft.Keys!.Pepper, owner.FactorSalt);
        try
        {
            string code = untrustedCode.Reveal().Replace(" ", string.Empty, StringComparison.Ordinal);
            owner.FactorStep = TimeCode.Match(secret, code, time.GetUtcNow())
                ?? throw new RefusedException(
                    SetupRefusals.Invalid, new FieldFault("code", "The six digits that the authenticator shows now."));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }
}
