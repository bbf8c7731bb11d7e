namespace Strongroom.Server.Customers.Pages;

/// <summary>A page that stands under the head of a customer, also one of another slice.</summary>
internal interface ICustomerTab
{
    /// <summary>Whose page it is.</summary>
    CustomerModel Customer { get; }
}
