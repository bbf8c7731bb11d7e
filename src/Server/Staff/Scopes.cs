using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>
/// What a service account may do, read from names such as <c>customers:create</c> and <c>reveal:email</c>. Pure.
/// </summary>
internal sealed record Scopes
{
    private const string RevealPrefix = "reveal:";
    private const int LongestKind = 64;

    // A masked view shows no more than the hints of a look-up, so both grant it.
    private static readonly FrozenDictionary<string, Permission[]> Table = new Dictionary<string, Permission[]>(
        StringComparer.Ordinal)
    {
        ["customers:create"] = [Permission.CreateCustomers],
        ["customers:view"] = [Permission.ViewCustomers],
        ["customers:lookup"] = [Permission.LookUpCustomers, Permission.ViewCustomers],
        ["customers:confirm"] = [Permission.ConfirmCustomers],
        ["customers:correct"] = [Permission.CorrectCustomers],
        ["customers:import"] = [Permission.ImportCustomers, Permission.ViewJobs],
        ["documents:redact"] = [Permission.RedactDocuments, Permission.ViewJobs],
        ["archive:file"] = [Permission.FileInArchive],
        ["archive:read"] = [Permission.ReadArchive],
        ["recipients:export"] =
            [Permission.ExportForRecipients, Permission.ViewRecipients, Permission.ViewJobs],
        ["recipients:resolve"] = [Permission.ResolveRecipientCodes, Permission.ViewRecipients],
        ["compartments:view"] = [Permission.ViewCompartments],
        ["log:read"] = [Permission.ReadAuditLog],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private Scopes(IReadOnlyList<string> names, IReadOnlySet<Permission> permissions, IReadOnlySet<string> revealKinds)
    {
        Names = names;
        Permissions = permissions;
        RevealKinds = revealKinds;
    }

    /// <summary>As they were given, sorted, each once.</summary>
    public IReadOnlyList<string> Names { get; }

    public IReadOnlySet<Permission> Permissions { get; }

    /// <summary>The field kinds that may be revealed; empty means none.</summary>
    public IReadOnlySet<string> RevealKinds { get; }

    /// <summary>Reads scopes; one that is not known makes all of them unreadable.</summary>
    public static bool TryParse(IEnumerable<string> untrustedNames, [NotNullWhen(true)] out Scopes? scopes)
    {
        scopes = null;
        string[] names = [.. untrustedNames.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var permissions = new HashSet<Permission> { Permission.Anyone, Permission.LoggedIn };
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (Table.TryGetValue(name, out Permission[]? granted))
            {
                permissions.UnionWith(granted);
            }
            else if (IsReveal(name))
            {
                kinds.Add(name[RevealPrefix.Length..]);
                permissions.UnionWith([Permission.RevealFields, Permission.ViewCustomers]);
            }
            else
            {
                return false;
            }
        }

        scopes = names.Length == 0 ? null : new Scopes(names, permissions, kinds);
        return scopes is not null;
    }

    private static bool IsReveal(string name) =>
        name.StartsWith(RevealPrefix, StringComparison.Ordinal)
        && Slug.IsSlug(name.AsSpan(RevealPrefix.Length), LongestKind);
}
