namespace Strongroom.Vocabulary.Paper;

/// <summary>The kinds of findings: lower case with dashes, the country first where a kind is national.</summary>
public static class FindingKinds
{
    /// <summary>Social security number of the United States.</summary>
    public const string UsSsn = "us-ssn";

    /// <summary>Individual taxpayer number of the United States.</summary>
    public const string UsItin = "us-itin";

    /// <summary>Routing number of a bank in the United States.</summary>
    public const string UsAbaRouting = "us-aba-routing";

    /// <summary>Number of a payment card.</summary>
    public const string PaymentCard = "payment-card";

    /// <summary>Number of a bank account.</summary>
    public const string BankAccount = "bank-account";

    /// <summary>International bank account number.</summary>
    public const string Iban = "iban";

    /// <summary>E-mail address.</summary>
    public const string Email = "email";

    /// <summary>Telephone number.</summary>
    public const string Phone = "phone";

    /// <summary>Street address.</summary>
    public const string StreetAddress = "street-address";

    /// <summary>Date of birth.</summary>
    public const string DateOfBirth = "date-of-birth";

    /// <summary>Name of a person.</summary>
    public const string PersonName = "person-name";

    /// <summary>A registered customer, by name.</summary>
    public const string Customer = "customer";

    /// <summary>Ink on a page that no text stands for: a picture, a signature, a stamp.</summary>
    public const string Unread = "unread";
}
