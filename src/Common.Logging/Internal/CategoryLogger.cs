using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Common.Abstractions;
using Common.Context;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

/// <summary>The logger of one category.</summary>
internal sealed partial class CategoryLogger : ILogger
{
    /// <summary>The category of all Audit records.</summary>
    public const string AuditCategory = "Audit";

    private readonly CommonLoggerProvider _provider;
    private readonly RecordPipeline _pipeline;
    private readonly string _category;
    private readonly bool _isNoise;
    private LogLevel _least;
    private Func<string?, string?, LogLevel, bool>? _filter;
    private EventPrefix?[] _prefixes = new EventPrefix?[8];

    public CategoryLogger(CommonLoggerProvider provider, string category)
    {
        _provider = provider;
        _pipeline = provider.Pipeline;
        _category = category.Length <= 512 ? category : category[..512];
        _isNoise = Noise.Contains(category);
        Refresh();
    }

    /// <summary>Takes over the rules of levels.</summary>
    public void Refresh() => (_least, _filter) = _provider.LevelOf(_category);

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _provider.Scopes.Push(state);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel)
    {
        if (_isNoise || _filter is not null)
        {
            return IsEnabledBeyond(logLevel);
        }

        return logLevel >= _least
            ? logLevel != LogLevel.None
            : logLevel >= LogLevel.Debug && IsVerbose;
    }

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (state is not ILogEventState)
        {
            LogForeign(logLevel, eventId, in state, exception, formatter);
            return;
        }

        var kind = ((ILogEventState)state).Kind;
        if (
            (logLevel < _least || _filter is not null)
            && kind != EventKind.Audit
            && !IsWanted(logLevel)
        )
        {
            return;
        }

        var prefix = PrefixOf(_prefixes, eventId.Id, ((ILogEventState)state).EventName);
        prefix ??= MakePrefix(
            kind,
            eventId.Id,
            ((ILogEventState)state).EventName,
            ((ILogEventState)state).Summary
        );
        if (
            exception is not null
            || !((ILogEventState)state).IsPlain
            || prefix.NeedsCare
            || !TryWritePlain(logLevel, prefix, in state)
        )
        {
            WriteCarefully(logLevel, prefix, kind, in state, exception);
        }

        if (kind >= EventKind.Failed)
        {
            _pipeline.FlushSoon(isFatal: kind == EventKind.Fatal);
        }
    }

    /// <summary>Writes a record straight into the shared buffer: no foreign code runs, nothing is allocated.</summary>
    /// <returns>Whether that was possible: there are no scopes, the record's beginning is not too long, and nothing was thrown.</returns>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "a log call never throws into its caller"
    )]
    private bool TryWritePlain<TState>(LogLevel level, EventPrefix prefix, in TState state)
    {
        var stripe = _pipeline.Enter(_pipeline.MaxLine, prefix.IsAudit);
        if (stripe is null)
        {
            return true; // dropped, and counted
        }

        // Right behind the lock: both wait for all that went before, so what follows need not wait a second time.
        var reading = _pipeline.Clock.Now();
        var writer = stripe.Writer;
        var start = writer.Position;
        try
        {
            var flow = stripe.Flow;
            flow.Follow(_provider.Scopes);
            if (flow.HasScopes || !writer.HasRoomFor(prefix, flow.Context))
            {
                stripe.Leave();
                return false;
            }

            writer.Begin(reading, prefix, flow.Context);
            ((ILogEventState)state!).WriteFields(writer);
        }
        catch (Exception)
        {
            writer.TakeBack(start); // a list that another thread changes, a scope that throws, no memory
            stripe.Leave();
            return false;
        }

        writer.End();
        _pipeline.Commit(stripe, reading, level);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsEnabledBeyond(LogLevel level) =>
        level != LogLevel.None
        && (
            IsAllowed(_isNoise && level == LogLevel.Information ? LogLevel.Debug : level)
            || (level >= LogLevel.Debug && IsVerbose)
        );

    /// <summary>Whether the request asks for details.</summary>
    private static bool IsVerbose =>
        RequestContext.IsAnyVerbose && RequestContext.Current is { IsVerbose: true };

    /// <summary>Whether the rules let a declared event through, or the request asks for details.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsWanted(LogLevel level) => IsAllowed(level) || IsVerbose;

    /// <summary>Whether the rules let a level through.</summary>
    private bool IsAllowed(LogLevel level) =>
        level >= _least && (_filter is null || _filter(LevelRules.FullName, _category, level));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static EventPrefix? PrefixOf(EventPrefix?[] prefixes, int id, string? name)
    {
        var prefix = prefixes[id & (prefixes.Length - 1)];
        return prefix is not null && prefix.Id == id && ReferenceEquals(prefix.Name, name)
            ? prefix
            : null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private EventPrefix MakePrefix(EventKind kind, int id, string name, string summary)
    {
        var prefix = new EventPrefix(
            _pipeline.Shape,
            Severity.Of(Severity.LevelOf(kind)),
            kind == EventKind.Audit ? AuditCategory : _category,
            id,
            name,
            summary
        )
        {
            IsAudit = kind == EventKind.Audit,
            Rate =
                kind is EventKind.Audit or EventKind.Fatal || kind.IsTerminal()
                    ? null
                    : _pipeline.Limits?.Of(category: null, id, name),
            IsOnce = kind == EventKind.Deprecated,
        };
        Keep(ref _prefixes, prefix);
        return prefix;
    }

    /// <summary>Keeps a prefix for the next record. Two threads at once may both make one, which does no harm.</summary>
    private static void Keep(ref EventPrefix?[] prefixes, EventPrefix prefix)
    {
        var old = prefixes;
        var slot = prefix.Id & (old.Length - 1);
        if (old[slot] is not null && old.Length < 256 && old[slot]!.Id != prefix.Id)
        {
            var larger = new EventPrefix?[old.Length * 4];
            foreach (var kept in old)
            {
                if (kept is not null)
                {
                    larger[kept.Id & (larger.Length - 1)] = kept;
                }
            }

            larger[prefix.Id & (larger.Length - 1)] = prefix;
            prefixes = larger;
            return;
        }

        old[slot] = prefix;
    }
}
