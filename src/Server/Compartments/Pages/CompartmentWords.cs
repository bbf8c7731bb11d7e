using System.Globalization;

namespace Strongroom.Server.Compartments.Pages;

/// <summary>What the pages of compartments say where a word depends on a number.</summary>
internal static class CompartmentWords
{
    private const double Nearly = 0.9;
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB"];

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Colours a size against its cap.</summary>
    public static string KindOf(ListedCompartment card) => card.Customers >= card.Cap * Nearly ? "warn" : "plain";

    public static string SizeOf(ListedCompartment card) =>
        string.Create(CultureInfo.InvariantCulture, $"{card.Customers:N0} of {card.Cap:N0} customers");

    /// <summary>A size in decimal units.</summary>
    public static string Bytes(long bytes)
    {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < Units.Length - 1)
        {
            size /= 1000;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{size:0.#} {Units[unit]}");
    }

    public static string Percent(long part, long whole) =>
        whole == 0 ? "0 %" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.#} %");

    public static string KeptLabel(string kept) => kept switch
    {
        "sealed" => "Sealed: its length shows, nothing else",
        "keyed-hash" => "Keyed hash: shows whether two are the same",
        "random" => "Random number: means nothing elsewhere",
        _ => "Plain: counts, versions, names of field kinds",
    };
}
