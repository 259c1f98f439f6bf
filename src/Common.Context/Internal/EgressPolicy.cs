namespace Common.Context.Internal;

/// <summary>Decides how much of a context goes to a host.</summary>
internal sealed class EgressPolicy
{
    private readonly HostPattern[] _hosts;
    private readonly Egress _others;
    private readonly Func<string, Egress?>? _own;

    public EgressPolicy(EgressOptions options, ContextPolicy policy)
    {
        _hosts = [.. options.Hosts];
        _others = options.TraceToOthers ? Egress.Trace : Egress.Nothing;
        _own = policy.SendTo;
    }

    public Egress Decide(string host)
    {
        if (_own?.Invoke(host) is { } own)
        {
            return own;
        }

        foreach (var pattern in _hosts)
        {
            if (pattern.Matches(host))
            {
                return Egress.Whole;
            }
        }

        return _others;
    }
}
