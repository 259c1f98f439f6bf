using NodaTime;

namespace Common.Time.Tests;

internal sealed class FixedClock(Instant instant) : IClock
{
    public Instant GetCurrentInstant() => instant;
}
