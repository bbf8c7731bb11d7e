namespace Strongroom.Server.Customers.Fields;

/// <summary>What a masked field still shows.</summary>
internal enum FieldMask
{
    /// <summary>Nothing: a fixed row of dots, whatever the length.</summary>
    None = 0,

    /// <summary>The first letter of each word.</summary>
    Initials,

    /// <summary>The last four characters.</summary>
    LastFour,

    /// <summary>The first letter and the last part of an e-mail address.</summary>
    Email,

    /// <summary>The year of a date.</summary>
    Year,

    /// <summary>A card's first six and last four digits, the most that may be shown.</summary>
    Card,

    /// <summary>The region and country of an address.</summary>
    Region,
}
