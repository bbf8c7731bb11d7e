using Strongroom.Server.Tests.Recipients;

namespace Strongroom.Server.Tests.Postgres;

/// <summary>The same where all is kept in PostgreSQL.</summary>
[Trait("store", "postgres")]
public sealed class IssuedCodePostgresTests : IssuedCodeTests;
