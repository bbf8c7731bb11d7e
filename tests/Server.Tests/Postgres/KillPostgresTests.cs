using Strongroom.Server.Tests.Whole;

namespace Strongroom.Server.Tests.Postgres;

/// <summary>The same where all is kept in PostgreSQL.</summary>
[Trait("store", "postgres")]
[Trait("stock", "4")]
public sealed class KillPostgresTests(ITestOutputHelper output) : KillTests(output)
{
    protected override int Rounds => 2;
}
