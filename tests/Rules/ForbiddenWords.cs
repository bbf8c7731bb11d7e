using System.Collections.Frozen;

namespace Strongroom.Rules;

/// <summary>The words that type names do not use: docs/glossary.md says what we say instead.</summary>
internal static class ForbiddenWords
{
    public static readonly FrozenSet<string> All = new[]
    {
        // the glossary's right-hand column
        "Client", "Subject", "Pseudonym", "Alias", "Tenant", "Silo", "Realm", "User", "Employee", "Operator",
        "Clearance",
        "Vetting", "NDA", "Nda", "Consent", "Blob", "Doc", "Entity", "Hit", "Detector", "Analyzer", "Attachment", "HSM",
        "Hsm",
        "Principal", "Violation", "Encryptor", "Decryptor", "Encrypted", "Decrypted", "Encryption", "Decryption",

        // words that say nothing
        "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Common", "Base", "Impl", "Dto",
        "Data", "Info",
        "Service", "Services", "Misc", "Processor",
    }.ToFrozenSet();

    /// <summary>Terms of the glossary that hold such a word.</summary>
    public static readonly IReadOnlyList<string> Exempt = ["ServiceAccount", "ServiceKey", "DataFolder"];
}
