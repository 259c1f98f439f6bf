using System.Diagnostics.Metrics;

namespace Common.Exceptions.Internal.Resilience;

/// <summary>Counts what happens to the calls of one dependency; nothing in a process without meters.</summary>
internal sealed class CallMeter
{
    private readonly KeyValuePair<string, object?> _dependency;
    private readonly Counter<long>? _retries;
    private readonly Counter<long>? _openedCircuits;

    public CallMeter(IMeterFactory? factory, string dependency)
    {
        _dependency = new KeyValuePair<string, object?>("dependency", dependency);
#pragma warning disable CA2000 // the factory owns the meters that it makes
        var meter = factory?.Create("Common");
#pragma warning restore CA2000
        _retries = meter?.CreateCounter<long>(
            "common.calls.retries",
            "{attempt}",
            "Attempts to call a dependency that failed and were followed by another."
        );
        _openedCircuits = meter?.CreateCounter<long>(
            "common.calls.opened_circuits",
            "{circuit}",
            "Circuits that opened since too many calls of a dependency failed."
        );
    }

    /// <summary>Counts an attempt that another one follows.</summary>
    public void Retried() => _retries?.Add(1, _dependency);

    /// <summary>Counts that the circuit opened.</summary>
    public void Opened() => _openedCircuits?.Add(1, _dependency);
}
