using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

/// <summary>Says whether a type of state is the platform's own: of its message templates, whose text follows from template and values.</summary>
internal static class PlatformState<TState>
{
    public static readonly bool IsKnown = typeof(TState).Assembly == typeof(LoggerMessage).Assembly;
}
