using System.Text.Json;
using Strongroom.Server.Compartments;
using Strongroom.Server.Customers.Fields;
using Strongroom.Server.Storage;

namespace Strongroom.Server.Customers.LookUps;

/// <summary>
/// Looks in one open compartment, through the blind index: the database never sees the value. The candidates of a
/// truncated tag are opened and compared.
/// </summary>
internal static class SearchCompartment
{
    private const int MostCandidates = 2000;

    /// <summary>Adds whoever fits one of the plans, once, until <paramref name="most"/> are found.</summary>
    public static void Run(
        OpenCompartment open, IReadOnlyList<LookUpPlan> plans, FieldKinds kinds, int most, List<FoundCustomer> found)
    {
        foreach (LookUpPlan plan in plans)
        {
            foreach (byte[] owner in Candidates(open, plan))
            {
                if (found.Count >= most)
                {
                    return;
                }

                if (open.Read(session => session.CustomerById(owner)) is { } row)
                {
                    Look(open, row, plan, kinds, found);
                }
            }
        }
    }

    private static void Look(
        OpenCompartment open, CustomerRow row, LookUpPlan plan, FieldKinds kinds, List<FoundCustomer> found)
    {
        using OpenCustomer customer = open.OpenCustomer(row);
        if (TryReadCard(open, customer) is not { TrashedAt: null } card)
        {
            return;
        }

        bool? isWhole = plan.Fields is { } fields
            ? fields.Values.All(field => IsSame(open, customer, card, kinds, field)) ? true : null
            : FitsName(open, customer, card, plan);
        var code = OpenCompartment.CodeOf(customer);
        if (isWhole is { } whole && !found.Any(item => item.Code == code))
        {
            found.Add(new FoundCustomer(
                code, open.Facts.Name,
                card.Fields.ToDictionary(field => field.Key, field => field.Value.Masked, StringComparer.Ordinal),
                !whole));
        }
    }

    /// <summary>Null for one that is being written just now; nobody has heard of it yet.</summary>
    private static CustomerCard? TryReadCard(OpenCompartment open, OpenCustomer customer)
    {
        try
        {
            return open.Read(session => CustomerCard.Open(customer, session));
        }
        catch (CardMissingException)
        {
            return null;
        }
    }

    /// <summary>The owners whose tags fit everything that has one.</summary>
    private static IEnumerable<byte[]> Candidates(OpenCompartment open, LookUpPlan plan)
    {
        IEnumerable<(string Field, byte[] Tag)> tags = plan.Fields is { } fields
            ? IndexPlan.ValueTags(open, fields)
            : plan.Words.SelectMany(word => NameWords.Tags(open, word));
        HashSet<Guid>? owners = null;
        foreach ((string field, byte[] tag) in tags)
        {
            IEnumerable<Guid> fitting = open.Read(session => session.OwnersOf(field, tag, MostCandidates)).Select(
                id => new Guid(id, bigEndian: true));
            owners = owners is null ? [.. fitting] : [.. owners.Intersect(fitting)];
        }

        return owners is null ? [] : owners.Select(id => id.ToByteArray(bigEndian: true));
    }

    /// <summary>True where name and birth fit whole, false where they fit nearly, null where they do not.</summary>
    private static bool? FitsName(OpenCompartment open, OpenCustomer customer, CustomerCard card, LookUpPlan plan)
    {
        if (NameWords.NameOf(open, customer, card) is not { } name)
        {
            return null;
        }

        string[] words = NameWords.Split(name);
        bool isNear = plan.Words.All(word => words.Any(
            other => NameWords.Skeleton(other) == NameWords.Skeleton(word)));
        bool isWhole = plan.Words.All(words.Contains);
        if (!isNear || plan.Born is not { } born)
        {
            return isNear ? isWhole : null;
        }

        bool isBorn = NameWords.BirthOf(open, customer, card)?.StartsWith(born, StringComparison.Ordinal) == true;
        return (isWhole, isBorn) switch
        {
            (true, true) => true,
            (false, false) => null,
            _ => false,
        };
    }

    private static bool IsSame(
        OpenCompartment open, OpenCustomer customer, CustomerCard card, FieldKinds kinds,
        (FieldKind Kind, FieldValue Value) asked)
    {
        if (!card.Fields.TryGetValue(asked.Kind.Name, out CardField? field))
        {
            return false;
        }

        JsonElement stored = RevealFields.OpenValue(open, customer, asked.Kind.Name, field);
        return FieldReader.TryRead(kinds.Find(asked.Kind.Name)!, stored, out FieldValue? value, out _)
            && (value.Normalised is { } normalised
                ? normalised == asked.Value.Normalised
                : value.Json.AsSpan().SequenceEqual(asked.Value.Json));
    }
}
