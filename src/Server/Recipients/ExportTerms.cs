using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Staff;
using Strongroom.Server.Storage.Jobs;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Recipients;

/// <summary>
/// The rule for exports: what a reveal of the same fields asks for, and the permission to export besides. Asked when the
/// export is started, in each compartment while it runs, and when the file is taken.
/// </summary>
internal sealed class ExportTerms(
    CompartmentDoor door, CompartmentRegister register, StandingOfActor standings, FieldKinds kinds, TimeProvider time)
{
    // A person has confirmed the whole export. A job that waits, or is tried again, longer must be asked for anew.
    private static readonly TimeSpan StepUpHolds = TimeSpan.FromHours(1);

    /// <summary>Where an export goes through: the newest compartment is the last.</summary>
    /// <exception cref="RefusedException">Nothing has that name.</exception>
    public Task<IReadOnlyList<CompartmentFacts>> PlacesAsync(
        Standing who, string untrustedName, CancellationToken cancellation) =>
        register.PlacesAsync(who, untrustedName, cancellation);

    /// <summary>Asks the rule without opening anything, and records its "no".</summary>
    public async Task CheckAsync(Standing who, AccessRequest request, CancellationToken cancellation)
    {
        if (request.Kinds.Count > 0)
        {
            await door.CheckAsync(who, request with { Permission = Permission.RevealFields }, cancellation);
        }

        await door.CheckAsync(who, request, cancellation);
    }

    /// <summary>Opens a compartment after the rule has said yes and the entry is written.</summary>
    public async Task<OpenCompartment> OpenAsync(
        Standing who, AccessRequest request, CancellationToken cancellation)
    {
        await CheckAsync(who, request, cancellation);
        return await door.OpenAsync(who, request, cancellation);
    }

    /// <summary>What whoever asked for an export may do now.</summary>
    public async Task<Standing> StandingAsync(
        JobHandle job, ExportSettings settings, CancellationToken cancellation)
    {
        Standing who = await standings.ReadAsync(job.StartedBy, cancellation);
        DateTimeOffset now = time.GetUtcNow();
        return settings.StepUpEntry is { } entry && now - settings.AskedAt < StepUpHolds
            ? who with { SteppedUpAt = now, StepUpEntry = entry }
            : who;
    }

    /// <summary>The request to hand out codes and fields.</summary>
    /// <param name="place">Where.</param>
    /// <param name="act">What the log says.</param>
    /// <param name="recipient">For whom; its purpose is the purpose.</param>
    /// <param name="fields">The kinds; none for an act that hands out codes only.</param>
    /// <param name="job">The export; null before it has one.</param>
    public AccessRequest Request(
        CompartmentFacts place, AuditAct act, RecipientRow recipient, IReadOnlyList<string> fields, JobId? job)
    {
        IReadOnlyList<FieldKind> asked = kinds.FindAll(fields);
        return new AccessRequest
        {
            Compartment = place,
            Act = act,
            Permission = Permission.ExportForRecipients,
            Kinds = [.. asked.Select(kind => kind.Name)],
            Sensitivity = asked.Count == 0 ? Sensitivity.None : asked.Max(kind => kind.Sensitivity),
            Purpose = recipient.Purpose,
            Case = job?.ToString(),
            Details = IssueCode.DetailsOf(recipient.Id),
        };
    }

    /// <summary>The same, with how many customers it is about.</summary>
    public static AccessRequest WithCount(AccessRequest request, int count) => request with
    {
        Details = new Dictionary<string, string>(request.Details, StringComparer.Ordinal)
        {
            ["count"] = count.ToString(CultureInfo.InvariantCulture),
        },
    };
}
