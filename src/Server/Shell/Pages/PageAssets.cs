using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell.Pages;

/// <summary>
/// Style sheets and islands, from the assembly's own resources. Their address holds a hash of them all, so that a
/// browser may keep them for good; one style sheet is made of the layers and of every slice's own.
/// </summary>
internal sealed class PageAssets
{
    private const string Prefix = "Strongroom.Server.assets.";
    private const string StyleSheet = "strongroom.css";
    private const int FingerprintDigits = 16;

    // The order of the layers; a slice's own sheet comes after, in the layer that it names.
    private static readonly string[] Layers = ["tokens.css", "base.css", "parts.css", "print.css"];
    private readonly FrozenDictionary<string, byte[]> _files;

    public PageAssets()
    {
        var assembly = Assembly.GetExecutingAssembly();
        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
        foreach (string name in assembly.GetManifestResourceNames().Where(
            name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            files[name[Prefix.Length..]] = Read(assembly, name);
        }

        IEnumerable<string> sheets = Layers.Concat(files.Keys.Where(IsSheet).Except(Layers, StringComparer.Ordinal));
        byte[] style = [.. sheets.SelectMany(name => files[name].Append((byte)'\n'))];
        _files = files.Where(file => !IsSheet(file.Key)).Append(new(StyleSheet, style))
            .ToFrozenDictionary(StringComparer.Ordinal);
        Fingerprint = FingerprintOf(files);
    }

    /// <summary>Changes whenever an asset does.</summary>
    public string Fingerprint { get; }

    /// <summary>The path of the one style sheet.</summary>
    public string Style => Path(StyleSheet);

    /// <summary>The path of the icon that stands in a tab.</summary>
    public string Icon => Path("icon.svg");

    /// <summary>The path of an island: <c>Island("reveal")</c> is reveal.js.</summary>
    public string Island(string name) => Path(name + ".js");

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/assets/{fingerprint}/{name}", (
            string fingerprint, string name, PageAssets assets, HttpResponse response) =>
            assets.Answer(fingerprint, name, response))
            .RequirePermission(Permission.Anyone).AnswersWhile(Enum.GetValues<InstallationState>());

    private IResult Answer(string fingerprint, string name, HttpResponse response)
    {
        if (!_files.TryGetValue(name, out byte[]? file))
        {
            return TypedResults.NotFound();
        }

        // A page from before an upgrade asks for the old address: it gets today's file, and does not keep it.
        bool isCurrent = string.Equals(fingerprint, Fingerprint, StringComparison.Ordinal);
        response.Headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-store";
        return TypedResults.Bytes(file, System.IO.Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/javascript; charset=utf-8",
        });
    }

    private string Path(string name) => $"/assets/{Fingerprint}/{name}";

    private static bool IsSheet(string name) => name.EndsWith(".css", StringComparison.Ordinal);

    private static byte[] Read(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static string FingerprintOf(SortedDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (KeyValuePair<string, byte[]> file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{file.Key}\n{file.Value.Length}\n")));
            hash.AppendData(file.Value);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..FingerprintDigits];
    }
}
