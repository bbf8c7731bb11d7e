using System.Globalization;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Staff;

/// <summary>Versions as <c>ETag</c> and <c>If-Match</c>.</summary>
internal static class VersionTag
{
    public static string Write(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Refuses where <c>If-Match</c> is missing, or names another version than the present one.</summary>
    public static void Check(HttpRequest request, long version)
    {
        string? tag = request.Headers.IfMatch;
        if (string.IsNullOrEmpty(tag))
        {
            throw new RefusedException(StaffRefusals.VersionMissing);
        }

        if (tag is not "*" && !string.Equals(tag, Write(version), StringComparison.Ordinal))
        {
            throw new RefusedException(StaffRefusals.Changed);
        }
    }
}
