using Microsoft.Extensions.Options;

namespace Common.Exceptions.Tests.Resilience;

/// <summary>Options that a test changes while the service runs.</summary>
internal sealed class ChangingOptions(ResilienceOptions options)
    : IOptionsMonitor<ResilienceOptions>
{
    private Action<ResilienceOptions, string?>? _listener;

    public ResilienceOptions CurrentValue { get; private set; } = options;

    public ResilienceOptions Get(string? name) => CurrentValue;

    public IDisposable OnChange(Action<ResilienceOptions, string?> listener)
    {
        _listener += listener;
        return new Subscription(() => _listener -= listener);
    }

    public void Change(ResilienceOptions options)
    {
        CurrentValue = options;
        _listener?.Invoke(options, null);
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
