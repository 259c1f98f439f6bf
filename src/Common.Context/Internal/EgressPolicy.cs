namespace Common.Context.Internal;

/// <summary>Decides how much of a context goes to a host.</summary>
internal sealed class EgressPolicy
{
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] _suffixes;
    private readonly Egress _others;
    private readonly Func<string, Egress?>? _own;

    public EgressPolicy(EgressOptions options, ContextPolicy policy)
    {
        _hosts.UnionWith(options.Hosts.Where(h => !h.StartsWith('*')));
        _suffixes =
        [
            .. options
                .Hosts.Where(h => h.StartsWith("*.", StringComparison.Ordinal))
                .Select(h => h[1..]),
        ];
        _others = options.TraceToOthers ? Egress.Trace : Egress.Nothing;
        _own = policy.SendTo;
    }

    public Egress Decide(string host)
    {
        if (_own?.Invoke(host) is { } own)
        {
            return own;
        }

        if (_hosts.Contains(host))
        {
            return Egress.Whole;
        }

        foreach (var suffix in _suffixes)
        {
            if (
                host.Length > suffix.Length
                && host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
            )
            {
                return Egress.Whole;
            }
        }

        return _others;
    }
}
