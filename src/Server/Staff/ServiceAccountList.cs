namespace Strongroom.Server.Staff;

/// <summary>Service accounts, by name.</summary>
internal sealed record ServiceAccountList(IReadOnlyList<ServiceAccountCard> Items);
