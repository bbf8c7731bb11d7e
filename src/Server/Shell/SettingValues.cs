using System.Buffers;
using System.Globalization;
using System.Net;

namespace Strongroom.Server.Shell;

/// <summary>Reads values by name and gathers what is wrong with them, so that one start names every fault.</summary>
internal sealed class SettingValues(IReadOnlyDictionary<string, string> given)
{
    private static readonly SearchValues<char> Slug = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public void Fault(string sentence) => _faults.Add(sentence);

    public static bool IsSlug(string text) =>
        text.Length is > 0 and <= 64 && char.IsAsciiLetterLower(text[0]) && !text.AsSpan().ContainsAnyExcept(Slug);

    public string? Text(string name) =>
        given.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;

    public int Number(string name, int builtIn, int least, int most)
    {
        string? text = Text(name);
        if (text is null)
        {
            return builtIn;
        }

        if (int.TryParse(
            text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        Fault(string.Create(CultureInfo.InvariantCulture, $"{name} is not a number from {least} to {most}"));
        return builtIn;
    }

    public TimeSpan Minutes(string name, int builtIn, int least, int most) =>
        TimeSpan.FromMinutes(Number(name, builtIn, least, most));

    public string OneOf(string name, string builtIn, params ReadOnlySpan<string> choices)
    {
        string text = Text(name) ?? builtIn;
        foreach (string choice in choices)
        {
            if (string.Equals(text, choice, StringComparison.OrdinalIgnoreCase))
            {
                return choice;
            }
        }

        Fault($"{name} is not one of: {string.Join(", ", choices.ToArray())}");
        return builtIn;
    }

    /// <summary>A list written with commas or semicolons, or as an array in the file.</summary>
    public IReadOnlyList<string> List(string name, string builtIn)
    {
        string[] children = [.. Children(name).Select(index => Text($"{name}:{index}")).OfType<string>()];
        return children.Length > 0
            ? children
            : (Text(name) ?? builtIn).Split(
                [',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    public Uri? Url(string name)
    {
        string? text = Text(name);
        return text is null ? null : Parse(name, text, "https");
    }

    public IReadOnlyList<Uri> Urls(string name, string builtIn, string scheme) =>
        [.. List(name, builtIn).Select(text => Parse(name, text, scheme)).OfType<Uri>()];

    /// <summary>Addresses, or networks such as <c>10.0.0.0/8</c>.</summary>
    public IReadOnlyList<IPNetwork> Networks(string name)
    {
        var networks = new List<IPNetwork>();
        foreach (string text in List(name, string.Empty))
        {
            if (IPNetwork.TryParse(text, out IPNetwork network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(text, out IPAddress? address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                Fault($"{name} holds something that is no address\nhint: for example 127.0.0.1 or 10.0.0.0/8");
            }
        }

        return networks;
    }

    /// <summary>Addresses of sites, <c>https://host</c> or <c>https://host:port</c>, as a browser writes them.</summary>
    public IReadOnlyList<string> Origins(string name) =>
        [.. List(name, string.Empty).Select(text => Parse(name, text, "https")).OfType<Uri>().Select(WebOrigin.Of)];

    /// <summary>The names one level under a section, in the order of their text.</summary>
    public IEnumerable<string> Children(string section) =>
        given.Keys
            .Where(key => key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase))
            .Select(key => key[(section.Length + 1)..].Split(':')[0])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal);

    private Uri? Parse(string name, string text, string scheme)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme == scheme && url.PathAndQuery is "/")
        {
            return url;
        }

        Fault($"{name} holds something that is not {scheme}://host:port\nhint: " + (scheme is "https"
            ? "for example https://0.0.0.0:8443; plain http only as Tls:Mode=proxy, on loopback"
            : "Tls:Mode is proxy: for example http://127.0.0.1:8443"));
        return null;
    }
}
