using Strongroom.Sealing;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Shell;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Intake.Inbox;

/// <summary>
/// Opens files of an inbox and checks what is in them by the rules of every other way in. Anybody who can write into
/// the folder, and anybody who can reach the form, made them: nothing of them is trusted.
/// </summary>
internal sealed class ReadInbox(FieldKinds kinds)
{
    /// <summary>The submission in a file; null where it cannot be taken in, now or ever.</summary>
    public OpenedSubmission? TryOpen(string file, AgeIdentity inbox)
    {
        byte[]? untrustedBytes = Inboxes.TryRead(file);
        return untrustedBytes is not null && Submission.TryOpen(untrustedBytes, inbox, out Submission? submission)
            ? Check(file, submission)
            : null;
    }

    private OpenedSubmission? Check(string file, Submission submission)
    {
        // A copy under another name would be counted as another submission.
        if (!SubmitToken.TryParse(submission.Token, out SubmitToken? token)
            || token.Name != Inboxes.NameOf(file)
            || !SettingValues.IsSlug(submission.Form))
        {
            return null;
        }

        try
        {
            var fields = FieldSet.Read(kinds, submission.Fields);
            return new OpenedSubmission(file, token, submission.Form, submission.SentAt, fields);
        }
        catch (RefusedException)
        {
            return null; // a value that does not fit, or of a kind that is no longer in use
        }
    }
}
