using System.Globalization;
using Strongroom.AuditLog;
using Strongroom.Sealing;
using Strongroom.Server.Audit;
using Strongroom.Server.Keys;
using Strongroom.Server.Shell;
using Strongroom.Server.Staff;
using Strongroom.Vocabulary;

namespace Strongroom.Server.KeyHolders;

/// <summary>
/// Splits the unseal key among key holders: each gets a code of the machine's own drawing, types it back and
/// acknowledges the duties; when all have, a new unseal key and a new root are drawn, the shares are checked in every
/// combination, and what opened before opens nothing. Nobody but its holder sees a code twice.
/// </summary>
internal sealed class SplitKey(
    RenewRoot renew, ShareDesk desk, AuditWriter audit, Settings settings, TimeProvider time) : IDisposable
{
    private const int LongestName = 80;
    private readonly SemaphoreSlim _one = new(1, 1);
    private SplitCeremony? _ceremony;

    /// <exception cref="RefusedException">Names or numbers do not fit, or the second factor is missing.</exception>
    public async Task<SplitCard> BeginAsync(Standing who, SplitRequest request, CancellationToken cancellation)
    {
        StepUp.Require(who, settings, time);
        Check(request);
        return await AloneAsync(
            () =>
            {
                _ceremony?.Dispose();
                _ceremony = new SplitCeremony(who.Actor, request);
                return Task.FromResult(_ceremony.Card());
            },
            cancellation);
    }

    /// <summary>Draws a holder's code. Drawn again, the earlier one is over.</summary>
    public Task<DrawnCode> DrawAsync(Standing who, int number, CancellationToken cancellation) => AloneAsync(
        async () =>
        {
            SplitCeremony ceremony = Find(who, number);
            SecretBytes code = NumberedCode.Draw();
            ShareLock holder = await desk.AloneAsync(() => ShareLock.New(code), cancellation);
            ceremony.Take(number, code, holder);
            return new DrawnCode(number, NumberedCode.Show(code));
        },
        cancellation);

    /// <summary>The holder types the code back and acknowledges the duties; the log has who and which text.</summary>
    public Task<SplitCard> AcknowledgeAsync(
        Standing who, int number, AcknowledgeRequest request, CancellationToken cancellation) => AloneAsync(
        async () =>
        {
            SplitCeremony ceremony = Find(who, number);
            if (!request.Accepted || request.DutiesSha256 != Duties.Sha256)
            {
                throw new RefusedException(KeyHolderRefusals.NotAcknowledged);
            }

            if (!NumberedCode.TryRead(request.Code.Reveal(), out SecretBytes? typed))
            {
                throw new RefusedException(KeyHolderRefusals.CodeMistyped);
            }

            using (typed)
            {
                if (!ceremony.TryAcknowledge(number, typed))
                {
                    throw new RefusedException(KeyHolderRefusals.CodeMistyped);
                }
            }

            await audit.RecordAsync(
                Entry(who.Actor, AuditAct.KeyHolderAcknowledged, new(StringComparer.Ordinal)
                {
                    ["holder"] = ceremony.Request.Holders[number - 1],
                    ["duties"] = Duties.Sha256,
                }),
                cancellation);
            return ceremony.Card();
        },
        cancellation);

    /// <summary>Ends it: the new key is drawn, split, checked and in force.</summary>
    public Task<SplitResult> FinishAsync(Standing who, CancellationToken cancellation) => AloneAsync(
        async () =>
        {
            SplitCeremony ceremony = Find(who, 1);
            if (!ceremony.IsComplete)
            {
                throw new RefusedException(KeyHolderRefusals.NotComplete);
            }

            SplitResult result = await RenewAsync(
                who.Actor, ceremony.Holders, ceremony.Request.Needed, ceremony.Request.KeepsUnattended, cancellation);
            ceremony.Dispose();
            _ceremony = null;
            return result;
        },
        cancellation);

    /// <summary>
    /// A new unseal key and root without key holders: it lies in its file, and on the sheet that is shown this once.
    /// </summary>
    public Task<SplitResult> RotateAsync(Standing who, CancellationToken cancellation)
    {
        StepUp.Require(who, settings, time);
        return desk.ReadRecord() is null
            ? AloneAsync(() => RenewAsync(who.Actor, [], 0, isUnattended: true, cancellation), cancellation)
            : throw new RefusedException(KeyHolderRefusals.SplitInstead);
    }

    /// <summary>The lines of a holder's sheet, for who has the code.</summary>
    public async Task<IReadOnlyList<string>> SheetAsync(
        Standing who, int number, PersonalText untrustedCode, CancellationToken cancellation)
    {
        if (!NumberedCode.TryRead(untrustedCode.Reveal(), out SecretBytes? code))
        {
            throw new RefusedException(KeyHolderRefusals.CodeMistyped);
        }

        using (code)
        {
            using KeyShare share = await desk.OpenAsync(number, code, who.Actor.ToString(), cancellation);
            await audit.RecordAsync(
                Entry(who.Actor, AuditAct.ShareSheetShown, new(StringComparer.Ordinal)
                {
                    ["holder"] = number.ToString(CultureInfo.InvariantCulture),
                }),
                cancellation);
            return [.. ShareSheet.Write(share).Select(line => string.Join(' ', line))];
        }
    }

    public void Dispose()
    {
        _ceremony?.Dispose();
        _one.Dispose();
    }

    private static void Check(SplitRequest request)
    {
        int parts = request.Holders.Count;
        bool fits = request.Needed >= 2 && parts >= request.Needed && parts <= ShareSet.MostParts
            && request.Holders.All(name => !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName)
            && request.Holders.Distinct(StringComparer.OrdinalIgnoreCase).Count() == parts;
        if (!fits)
        {
            throw new RefusedException(KeyHolderRefusals.Invalid, new FieldFault(
                "holders", "Two or more are needed, of at most ten key holders with names of their own."));
        }
    }

    private async Task<SplitResult> RenewAsync(
        Actor actor, IReadOnlyList<(string Name, ShareLock Lock)> holders, int needed, bool isUnattended,
        CancellationToken cancellation)
    {
        await audit.RecordAsync(
            Entry(actor, AuditAct.RootRotated, new(StringComparer.Ordinal)
            {
                ["shares"] = string.Create(CultureInfo.InvariantCulture, $"{needed} of {holders.Count}"),
                ["unattended"] = isUnattended ? "yes" : "no",
            }),
            cancellation);
        (uint generation, SecretBytes unsealKey) = await renew.RunAsync(holders, needed, isUnattended, cancellation);
        using (unsealKey)
        {
            await audit.RecordAsync(
                Entry(actor, AuditAct.KeyringChanged, new(StringComparer.Ordinal) { ["renewed"] = "root" }),
                CancellationToken.None);
            return new SplitResult(
                generation, needed, holders.Count, isUnattended,
                holders.Count > 0 ? null : [.. RecoverySheet.Write(unsealKey).Select(line => string.Join(' ', line))]);
        }
    }

    private static AuditDraft Entry(Actor actor, AuditAct act, Dictionary<string, string> body) =>
        new() { Act = act, Actor = actor, Result = AuditResult.Done, Body = body };

    private SplitCeremony Find(Standing who, int number)
    {
        StepUp.Require(who, settings, time);
        return _ceremony is { } ceremony && ceremony.By == who.Actor && number >= 1
            && number <= ceremony.Request.Holders.Count
                ? ceremony
                : throw new RefusedException(KeyHolderRefusals.NoCeremony);
    }

    private async Task<TResult> AloneAsync<TResult>(Func<Task<TResult>> work, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            _one.Release();
        }
    }
}
