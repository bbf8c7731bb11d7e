using Strongroom.Sealing;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Intake.Forms;

/// <summary>
/// The published forms as the listener sees them: read from the file at the start and held against the pin, without any
/// key. What cannot be trusted is not shown.
/// </summary>
internal sealed class PublishedForms(DataFolder data, SignerPin pin)
{
    private volatile Snapshot _now = new(FormsState.None, FormSet.None);

    /// <summary>Told after every change.</summary>
    public event EventHandler? Changed;

    public FormsState State => _now.State;

    /// <summary>The forms that may be shown; empty while the file is not trusted.</summary>
    public FormSet Current => _now.Forms;

    /// <summary>The revision that the next change must be above.</summary>
    public long HighestRevision => Math.Max(Current.Revision, pin.Read()?.Revision ?? 0);

    /// <summary>Reads the file and decides about it.</summary>
    public void Load() => Set(Judge());

    /// <summary>
    /// Holds the pin against the installation's own key, once that is known. A pin that was lost is made anew where the
    /// file proves good; one that names another key ends the forms.
    /// </summary>
    public void Confirm(VerifyingKey own)
    {
        if (pin.Read() is { } pinned)
        {
            if (pinned.Key != own)
            {
                Set(new Snapshot(FormsState.Exchanged, FormSet.None));
            }

            return;
        }

        if (State == FormsState.Unpinned && FormsFile.TryRead(ReadFile(), own, out FormSet? forms))
        {
            pin.Write(own, forms.Revision);
            Set(new Snapshot(FormsState.Trusted, forms));
        }
    }

    /// <summary>Keeps a new set: signed, durable, pinned, and shown from now on.</summary>
    public void Keep(FormSet forms, SigningKey key)
    {
        // First the pin, for the key alone: where it cannot be kept nothing is published.
        pin.Write(key.Public, HighestRevision);
        if (State is not (FormsState.Trusted or FormsState.None) && File.Exists(data.FormsFile))
        {
            File.Move(data.FormsFile, data.FormsFile + ".refused", overwrite: true);
        }

        DurableFile.Replace(data.FormsFile, FormsFile.ToBytes(forms, key));
        pin.Write(key.Public, forms.Revision);
        Set(new Snapshot(FormsState.Trusted, forms));
    }

    private Snapshot Judge()
    {
        (VerifyingKey Key, long Revision)? pinned = pin.Read();
        if (!File.Exists(data.FormsFile))
        {
            return new Snapshot(pinned is { Revision: > 0 } ? FormsState.Gone : FormsState.None, FormSet.None);
        }

        if (pinned is not { } known)
        {
            return new Snapshot(FormsState.Unpinned, FormSet.None);
        }

        if (!FormsFile.TryRead(ReadFile(), known.Key, out FormSet? forms))
        {
            return new Snapshot(FormsState.Unsigned, FormSet.None);
        }

        return forms.Revision < known.Revision
            ? new Snapshot(FormsState.Old, FormSet.None)
            : new Snapshot(FormsState.Trusted, forms);
    }

    private byte[] ReadFile() => File.ReadAllBytes(data.FormsFile);

    private void Set(Snapshot next)
    {
        _now = next;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private sealed record Snapshot(FormsState State, FormSet Forms);
}
