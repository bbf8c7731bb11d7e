namespace Strongroom.AuditLog.Tests;

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 6, 14, 9, 2, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
