using System.Diagnostics.CodeAnalysis;

namespace Common.Config.Internal.Reloading;

/// <summary>Those who want to know of changes, in the order in which they came.</summary>
internal sealed class ConfigHandlers
{
    private readonly Lock _lock = new();
    private readonly List<Registration> _registrations = [];

    public IDisposable Add(int section, Action<ConfigSnapshot> handler)
    {
        var registration = new Registration(this, section, handler);
        lock (_lock)
        {
            _registrations.Add(registration);
        }

        return registration;
    }

    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "A handler that throws must stop nobody else; the failure is reported."
    )]
    public void Run(IReadOnlySet<int> sections, ConfigSnapshot snapshot, Action<Exception> failed)
    {
        Registration[] registrations;
        lock (_lock)
        {
            registrations = [.. _registrations];
        }

        foreach (var registration in registrations)
        {
            if (!sections.Contains(registration.Section))
            {
                continue;
            }

            try
            {
                registration.Handler(snapshot);
            }
            catch (Exception e)
            {
                failed(e);
            }
        }
    }

    private sealed class Registration(
        ConfigHandlers owner,
        int section,
        Action<ConfigSnapshot> handler
    ) : IDisposable
    {
        public int Section { get; } = section;

        public Action<ConfigSnapshot> Handler { get; } = handler;

        public void Dispose()
        {
            lock (owner._lock)
            {
                owner._registrations.Remove(this);
            }
        }
    }
}
