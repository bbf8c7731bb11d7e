namespace Strongroom.Server.Storage.Postgres;

/// <summary>What <c>strongroom storage prepare</c> did.</summary>
/// <param name="Compartments">For how many compartments databases were made.</param>
/// <param name="Registry">The file with the registry's connection string, where it was made; absent where it was there.</param>
/// <param name="OpenToAll">
/// Databases of the server that every role may connect to, the roles of compartments too; they were there before.
/// </param>
internal sealed record PreparedReport(int Compartments, string? Registry, IReadOnlyList<string> OpenToAll);
