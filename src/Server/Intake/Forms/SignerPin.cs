using System.Globalization;
using System.Text;
using Strongroom.Sealing;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Forms;

/// <summary>
/// Who signs the forms, and how new the file must be, kept in the credentials folder: who can write into the data
/// folder alone can neither put a key of his own in place nor an old file back. Bytes:
/// <c>docs/formats/intake-forms.md</c>.
/// </summary>
internal sealed class SignerPin(Settings settings)
{
    private const string FirstLine = "strongroom-intake-pin/1";
    private const int LargestFile = 1024;

    private string File => Path.Combine(settings.CredentialsPath, "intake-pin");

    /// <summary>The pin; null where there is none or it is damaged.</summary>
    public (VerifyingKey Key, long Revision)? Read()
    {
        if (new FileInfo(File) is not { Exists: true, Length: <= LargestFile })
        {
            return null;
        }

        string[] lines = System.IO.File.ReadAllText(File, Encoding.ASCII).Split('\n');
        return lines is [FirstLine, var key, var revision, ""]
            && VerifyingKey.TryParse(key, null, out VerifyingKey? signer)
            && long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? (signer, number)
            : null;
    }

    /// <exception cref="RefusedException">The credentials folder cannot be written.</exception>
    public void Write(VerifyingKey key, long revision)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{FirstLine}\n{key}\n{revision}\n");
        try
        {
            DurableFile.Replace(File, Encoding.ASCII.GetBytes(text));
        }
        catch (Exception shut) when (shut is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(IntakeRefusals.PinNotKept);
        }
    }
}
