using System.Text.Json;
using Strongroom.Vocabulary;

namespace Strongroom.Server.Customers.Fields;

/// <summary>The fields of a request, each read into its kind.</summary>
internal sealed record FieldSet(IReadOnlyList<(FieldKind Kind, FieldValue Value)> Values)
{
    /// <exception cref="RefusedException">Some do not fit: all the faults at once, none of the values.</exception>
    public static FieldSet Read(FieldKinds kinds, IReadOnlyDictionary<string, JsonElement> untrustedFields)
    {
        var values = new List<(FieldKind, FieldValue)>(untrustedFields.Count);
        var faults = new List<FieldFault>();
        foreach ((string untrustedName, JsonElement untrustedValue) in untrustedFields)
        {
            if (kinds.Find(untrustedName) is not { } kind)
            {
                faults.Add(new FieldFault(
                    "fields", "One of the names is not a field kind. GET /api/v1/fields lists them."));
            }
            else if (FieldReader.TryRead(kind, untrustedValue, out FieldValue? value, out FieldFault? fault))
            {
                values.Add((kind, value));
            }
            else
            {
                faults.Add(fault);
            }
        }

        if (values.Count + faults.Count == 0)
        {
            faults.Add(new FieldFault("fields", "Give at least one field."));
        }

        return faults.Count == 0 ? new FieldSet(values) : throw new RefusedException(CustomerRefusals.Invalid, faults);
    }
}
