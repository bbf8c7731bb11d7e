using Strongroom.Vocabulary;

namespace Strongroom.Server.Shell;

/// <summary>What an endpoint asks for, as metadata; an endpoint without it is never run.</summary>
/// <param name="Permission">What the caller must be granted.</param>
internal sealed record RequiredPermission(Permission Permission);
