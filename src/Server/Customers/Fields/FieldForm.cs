namespace Strongroom.Server.Customers.Fields;

/// <summary>How a field's value is written, checked, masked and normalised.</summary>
internal enum FieldForm
{
    None = 0,
    Text,
    Name,
    Email,
    Phone,
    Date,
    SocialSecurity,
    Address,
    Card,
    BankAccount,
}
