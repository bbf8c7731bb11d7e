namespace Strongroom.Server.Staff;

/// <summary>A service account to be.</summary>
/// <param name="Name">What colleagues call it.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Scopes">What it may do, for example <c>customers:create</c>, <c>reveal:email</c>.</param>
/// <param name="Series">Compartment series that it works in.</param>
/// <param name="ExpiresAt">A year from now at the latest.</param>
/// <param name="Owner">Whose screening and signature it stands on; the caller where it is missing.</param>
/// <param name="Addresses">Addresses and networks that it may call from; any where it is missing.</param>
internal sealed record ServiceAccountRequest(
    string Name,
    string Purpose,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> Series,
    DateTimeOffset ExpiresAt,
    string? Owner = null,
    IReadOnlyList<string>? Addresses = null);
