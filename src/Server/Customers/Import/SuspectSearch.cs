using System.Text;
using System.Text.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Storage;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Import;

/// <summary>
/// Finds rows that look like somebody who is there: one number or e-mail address that belongs to one person is the
/// same, or the name together with the phone or the date of birth. One search a dry run; it remembers the rows.
/// </summary>
internal sealed class SuspectSearch(FieldKinds kinds)
{
    private const int MostCandidates = 2000;
    private const int MostRemembered = 500_000;
    private const string Name = "full-name";

    private readonly Dictionary<string, long> _rows = new(StringComparer.Ordinal);

    /// <summary>The kinds whose values are compared.</summary>
    public IReadOnlyList<string> Kinds { get; } =
        [.. kinds.All.Where(kind => kind.Index != IndexWidth.None || kind.Form == FieldForm.Date).Select(kind => kind.Name)];

    /// <summary>The earlier row that a row looks like.</summary>
    public ImportSuspect? FindInFile(ImportRow row)
    {
        ImportSuspect? found = null;
        foreach ((FieldKind Kind, FieldValue Value)[] probe in Probes(row.Fields!))
        {
            string key = string.Join('\n', probe.Select(field => $"{field.Kind.Name}:{Text(field.Value)}"));
            if (_rows.TryGetValue(key, out long earlier))
            {
                found ??= new ImportSuspect(row.Number, Names(probe), null, earlier);
            }
            else if (_rows.Count < MostRemembered)
            {
                _rows.Add(key, row.Number);
            }
        }

        return found;
    }

    /// <summary>The customer of a compartment that a row looks like.</summary>
    public ImportSuspect? Find(OpenCompartment open, ImportRow row)
    {
        foreach ((FieldKind Kind, FieldValue Value)[] probe in Probes(row.Fields!))
        {
            foreach (byte[] owner in Candidates(open, probe))
            {
                if (open.Read(session => session.CustomerById(owner)) is { } known && Fits(open, known, probe) is { } code)
                {
                    return new ImportSuspect(row.Number, Names(probe), code, null);
                }
            }
        }

        return null;
    }

    private static IEnumerable<(FieldKind Kind, FieldValue Value)[]> Probes(FieldSet fields)
    {
        (FieldKind Kind, FieldValue Value)? name = null;
        foreach ((FieldKind Kind, FieldValue Value) field in fields.Values)
        {
            if (field.Kind.Index == IndexWidth.Full || field.Kind.Form == FieldForm.Email)
            {
                yield return [field];
            }

            name = field.Kind.Name == Name ? field : name;
        }

        foreach ((FieldKind Kind, FieldValue Value) field in fields.Values.Where(
            field => name is not null && field.Kind.Form is FieldForm.Phone or FieldForm.Date))
        {
            yield return [name!.Value, field];
        }
    }

    private static IEnumerable<byte[]> Candidates(OpenCompartment open, (FieldKind Kind, FieldValue Value)[] probe)
    {
        HashSet<Guid>? owners = null;
        foreach ((FieldKind kind, FieldValue value) in probe.Where(field => field.Value.Normalised is not null))
        {
            byte[] tag = open.Tag(kind.Name, value.Normalised!, IndexPlan.Bits(kind.Index, open.Facts.Cap));
            IEnumerable<Guid> fitting = open.Read(session => session.OwnersOf(kind.Name, tag, MostCandidates))
                .Select(id => new Guid(id, bigEndian: true));
            owners = owners is null ? [.. fitting] : [.. owners.Intersect(fitting)];
        }

        return (owners ?? []).Select(id => id.ToByteArray(bigEndian: true));
    }

    /// <summary>The code of a candidate whose values are the row's; null for a false one, and for one in the trash.</summary>
    private CustomerCode? Fits(OpenCompartment open, CustomerRow row, (FieldKind Kind, FieldValue Value)[] probe)
    {
        using OpenCustomer customer = open.OpenCustomer(row);
        try
        {
            CustomerCard card = open.Read(session => CustomerCard.Open(customer, session));
            return card.TrashedAt is null && probe.All(field => IsSame(open, customer, card, field))
                ? OpenCompartment.CodeOf(customer)
                : null;
        }
        catch (CardMissingException)
        {
            // It is being written just now; nobody has heard of it yet.
            return null;
        }
    }

    private bool IsSame(
        OpenCompartment open, OpenCustomer customer, CustomerCard card, (FieldKind Kind, FieldValue Value) asked)
    {
        if (!card.Fields.TryGetValue(asked.Kind.Name, out CardField? field))
        {
            return false;
        }

        JsonElement stored = RevealFields.OpenValue(open, customer, asked.Kind.Name, field);
        return FieldReader.TryRead(kinds.Find(asked.Kind.Name)!, stored, out FieldValue? value, out _)
            && Text(value) == Text(asked.Value);
    }

    private static string Text(FieldValue value) => value.Normalised ?? Encoding.UTF8.GetString(value.Json);

    private static string[] Names((FieldKind Kind, FieldValue Value)[] probe) =>
        [.. probe.Select(field => field.Kind.Name)];
}
