using Strongroom.Server.Staff;

namespace Strongroom.Server.People.Pages;

/// <summary>A service account with its key; null where it was shown already.</summary>
internal sealed record ServiceKeyModel(ServiceAccountCard? Account);
