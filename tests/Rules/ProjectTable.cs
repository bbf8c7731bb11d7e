namespace Strongroom.Rules;

/// <summary>
/// Which project may reference which, and with which packages. References run one way:
/// Vocabulary ← Sealing ← AuditLog ← {Server, Cli}, Vocabulary ← Recognition ← {Redactor, Server, Cli}.
/// </summary>
internal static class ProjectTable
{
    public static readonly IReadOnlyDictionary<string, string[]> Projects = new Dictionary<string, string[]>
    {
        ["Vocabulary"] = [],
        ["Sealing"] = ["Vocabulary"],
        ["AuditLog"] = ["Sealing"],
        ["Recognition"] = ["Vocabulary"],
        ["Redactor"] = ["Recognition", "Vocabulary"],
        ["Server"] = ["AuditLog", "Recognition", "Redactor", "Sealing", "Vocabulary"],
        ["Cli"] = ["AuditLog", "Recognition", "Redactor", "Sealing", "Vocabulary"],
    };

    /// <summary>Each has its page in docs/decisions.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Packages = new Dictionary<string, string[]>
    {
        ["Vocabulary"] = [],
        ["Sealing"] = ["NSec.Cryptography"],
        ["AuditLog"] = [],
        ["Recognition"] = [],
        ["Redactor"] = [],
        ["Server"] =
        [
            "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite", "Npgsql", "Npgsql.EntityFrameworkCore.PostgreSQL",
            "QRCoder", "Sylvan.Data.Csv",
        ],
        ["Cli"] = ["System.CommandLine"],
    };
}
