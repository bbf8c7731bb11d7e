using Strongroom.Server.Customers.Fields;

namespace Strongroom.Server.Intake.Listener;

/// <summary>Which inputs a field kind has on the public form.</summary>
internal static class InputParts
{
    private const int Line = 200;
    private const int Number = 40;

    public static IReadOnlyList<InputPart> Of(FieldKind kind) => kind.Form switch
    {
        FieldForm.Address =>
        [
            new(kind.Name + ".line1", "Street and number", "text", "address-line1", Line),
            new(kind.Name + ".line2", "Flat, floor, care of", "text", "address-line2", Line) { IsCore = false },
            new(kind.Name + ".postalCode", "Postal code", "text", "postal-code", Number) { IsCore = false },
            new(kind.Name + ".city", "City", "text", "address-level2", Line),
            new(kind.Name + ".region", "State or region", "text", "address-level1", Line) { IsCore = false },
            new(kind.Name + ".country", "Country", "text", "country-name", Line) { IsCore = false },
        ],
        FieldForm.Card =>
        [
            new(kind.Name + ".number", "Card number", "text", "cc-number", Number)
            {
                InputMode = "numeric",
                Hint = "The three or four digits on the back are never asked for.",
            },
            new(kind.Name + ".expiry", "Valid until", "month", "cc-exp", Number) { IsCore = false, Hint = "Year and month, as 2029-08." },
        ],
        FieldForm.BankAccount =>
        [
            new(kind.Name + ".account", "Account number or IBAN", "text", "off", Number),
            new(kind.Name + ".routing", "Routing number or BIC", "text", "off", Number) { IsCore = false },
        ],
        _ => [OfText(kind)],
    };

    private static InputPart OfText(FieldKind kind) => kind.Form switch
    {
        FieldForm.Name => new(kind.Name, string.Empty, "text", "name", Line),
        FieldForm.Email => new(kind.Name, string.Empty, "email", "email", Line),
        FieldForm.Phone => new(kind.Name, string.Empty, "tel", "tel", Number),
        FieldForm.Date => new(kind.Name, string.Empty, "date", "bday", Number),
        FieldForm.SocialSecurity => new(kind.Name, string.Empty, "text", "off", Number) { InputMode = "numeric" },
        _ => new(kind.Name, string.Empty, "text", "off", FieldReader.LongestText) { Lines = 4 },
    };
}
