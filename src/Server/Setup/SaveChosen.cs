using Strongroom.AuditLog;
using Strongroom.Server.Audit;
using Strongroom.Server.Shell;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Setup;

/// <summary>Keeps settings that were chosen in the pages, and puts them to work.</summary>
internal sealed class SaveChosen(
    RegistryDb db, ChosenSettings chosen, ServerCertificate certificate, AuditWriter audit, TimeProvider time)
{
    /// <summary>Adds rows for what is not set outside; the caller saves.</summary>
    public IReadOnlyDictionary<string, string> Add(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var kept = settings.Where(pair => !chosen.IsLocked(pair.Key)).ToDictionary(StringComparer.Ordinal);
        DateTimeOffset now = time.GetUtcNow();
        db.AddRange(kept.Select(pair => new SettingRow { Name = pair.Key, Value = pair.Value, ChangedAt = now }));
        return kept;
    }

    /// <summary>Puts what is saved to work, once it is in the log.</summary>
    public async Task TakeAsync(
        Actor actor, IReadOnlyDictionary<string, string> saved, CancellationToken cancellation)
    {
        await audit.RecordAsync(
            new AuditDraft
            {
                Act = AuditAct.SettingsChanged,
                Actor = actor,
                Result = AuditResult.Done,
                Body = saved,
            },
            cancellation);
        if (!chosen.TryTake(saved, out _))
        {
            throw new RefusedException(ShellRefusals.ChosenUnusable);
        }

        certificate.Look();
    }
}
