using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Common.Abstractions;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

internal sealed partial class CategoryLogger
{
    /// <summary>Deeper than this, a value's text logs the value that is being logged.</summary>
    private const int DeepestRecord = 4;

    [ThreadStatic]
    private static int t_depth; // of this thread alone: how many of its log calls are within another one's

    /// <summary>Writes a record apart from the shared buffer, since foreign code may run, and then takes it over.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "a log call never throws into its caller"
    )]
    private void WriteCarefully<TState>(
        LogLevel level,
        EventPrefix prefix,
        EventKind kind,
        TState state,
        Exception? exception
    )
    {
        if (
            t_depth >= DeepestRecord
            || !MayWrite(prefix, state as IReadOnlyList<KeyValuePair<string, object?>>)
        )
        {
            return;
        }

        t_depth++;
        var draft = _pipeline.RentDraft();
        try
        {
            var error = exception is null ? null : new ExceptionText(exception);
            var context = EncodedContext.Current;
            var writer = draft.Begin();
            writer.Begin(0, prefix, context);
            WriteDraft(
                draft,
                prefix,
                context,
                error,
                static (draft, fields) =>
                {
                    var declared = (ILogEventState)fields!;
                    var fieldsEnd = draft.Writer.Position;
                    try
                    {
                        declared.WriteFields(draft.Writer);
                    }
                    catch (Exception thrown)
                    {
                        draft.Writer.Abandon(fieldsEnd, Guarded.Note(thrown));
                    }
                },
                state
            );
            _pipeline.Append(draft.Writer, level, prefix.IsAudit);
        }
        finally
        {
            t_depth--;
            _pipeline.ReturnDraft(draft);
        }
    }

    /// <summary>Writes the record of a library that declares no events.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LogForeign<TState>(
        LogLevel level,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (_isNoise && level == LogLevel.Information)
        {
            level = LogLevel.Debug;
        }

        if (
            level < _least
            || level == LogLevel.None
            || (
                _filter is { } filter
                && !filter(CommonLoggerProvider.ProviderAlias, _category, level)
            )
        )
        {
            return;
        }

        if (t_depth >= DeepestRecord)
        {
            return;
        }

        t_depth++;
        var draft = _pipeline.RentDraft();
        try
        {
            var body = SecretMask.Apply(
                Guarded.Text(
                    (state, exception, formatter),
                    static item => item.formatter(item.state, item.exception)
                )
            );
            var prefix = ForeignPrefixOf(level, eventId);
            if (!MayWrite(prefix, fields: null))
            {
                return;
            }

            var error = exception is null ? null : new ExceptionText(exception);
            var context = EncodedContext.Current;
            draft.Begin().Begin(0, prefix, context, body);
            WriteDraft(
                draft,
                prefix,
                context,
                error,
                static (draft, fields) =>
                    draft.WritePairs(fields as IEnumerable<KeyValuePair<string, object?>>),
                state
            );
            _pipeline.Append(draft.Writer, level, isAudit: false);
        }
        finally
        {
            t_depth--;
            _pipeline.ReturnDraft(draft);
        }

        if (level >= LogLevel.Error)
        {
            _pipeline.FlushSoon(isFatal: level == LogLevel.Critical);
        }
    }

    /// <summary>Writes what follows a record's beginning: fields, scopes, exception, end.</summary>
    private void WriteDraft<TState>(
        Draft draft,
        EventPrefix prefix,
        EncodedContext context,
        ExceptionText? error,
        Action<Draft, object?> writeFields,
        TState state
    )
    {
        var writer = draft.Writer;
        if (error is not null)
        {
            writer.KeepRoomForException();
        }

        writer.BeginFields();
        writeFields(draft, state);
        draft.WriteScopes(_provider.Scopes, state as IReadOnlyList<KeyValuePair<string, object?>>);
        writer.EndFields();
        if (error is not null && _pipeline.Shape.IsJson)
        {
            writer.WriteExceptionMember(error);
        }

        writer.End();
        if (error is not null && !_pipeline.Shape.IsJson)
        {
            writer.WriteExceptionLines(error, prefix, context);
        }
    }

    /// <summary>Whether an event's own limits let a record through.</summary>
    private bool MayWrite(EventPrefix prefix, IReadOnlyList<KeyValuePair<string, object?>>? fields)
    {
        if (prefix.IsOnce && !_pipeline.Once.Add(prefix.Id, fields))
        {
            return false;
        }

        return prefix.Rate is not { } rate || rate.TryTake(_pipeline.Clock.Now());
    }

    private EventPrefix ForeignPrefixOf(LogLevel level, EventId eventId)
    {
        var name = eventId.Name is { Length: > 128 } ? eventId.Name[..128] : eventId.Name;
        var severity = Severity.Of(level);
        if (PrefixOf(eventId.Id, name) is { Body: null } prefix && prefix.Severity == severity)
        {
            return prefix;
        }

        prefix = new EventPrefix(_pipeline.Shape, severity, _category, eventId.Id, name, body: null)
        {
            Rate =
                level >= LogLevel.Error ? null : _pipeline.Limits?.Of(_category, eventId.Id, name),
        };
        Keep(prefix);
        return prefix;
    }
}
