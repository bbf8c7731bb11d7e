namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Where a column goes: a field kind, or a part of a composite one, written <c>payment-card.number</c>.
/// </summary>
/// <param name="Kind">The field kind's name.</param>
/// <param name="Part">The property of a composite kind; null for the kinds that are strings.</param>
internal sealed record ImportTarget(string Kind, string? Part)
{
    public override string ToString() => Part is null ? Kind : $"{Kind}.{Part}";

    public static ImportTarget Parse(string text)
    {
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? new ImportTarget(text, null) : new ImportTarget(text[..dot], text[(dot + 1)..]);
    }
}
