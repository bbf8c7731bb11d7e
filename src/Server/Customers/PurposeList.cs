using Strongroom.Server.Shell;

namespace Strongroom.Server.Customers;

/// <summary>The purposes that a reveal chooses from.</summary>
internal sealed record PurposeList(IReadOnlyList<PurposeSetting> Items);
