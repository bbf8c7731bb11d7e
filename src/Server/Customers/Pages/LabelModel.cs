using Strongroom.Server.Shell.Pages;

namespace Strongroom.Server.Customers.Pages;

/// <summary>A label: the code in letters and as a picture.</summary>
internal sealed record LabelModel(CustomerModel Customer, QrPicture Picture);
