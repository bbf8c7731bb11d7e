using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Intake.Forms;
using Strongroom.Server.Intake.Inbox;
using Strongroom.Server.Shell;
using Strongroom.Server.Shell.Pages;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Intake.Listener;

/// <summary>All that the public host shares with the server.</summary>
internal sealed record PublicParts
{
    public required Settings Settings { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILoggerFactory Logs { get; init; }

    public required ServerCertificate Certificate { get; init; }

    public required DataFolder Data { get; init; }

    public required PublishedForms Published { get; init; }

    public required FieldKinds Kinds { get; init; }

    public required Inboxes Inboxes { get; init; }

    public required InboxBell Bell { get; init; }

    public required PageAssets Assets { get; init; }
}
