using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Common.Abstractions;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

internal sealed partial class CategoryLogger
{
    /// <summary>Deeper than this, a value's text logs the value that is being logged.</summary>
    private const int DeepestRecord = 4;

    private const int LongestEventName = 128;

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
        in TState state,
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
            var head = RecordHead.Of(prefix, _pipeline.Shape, draft.Writer.MostHead);
            draft.Begin().Begin(0, head.Prefix, head.Context);
            WriteDraft(
                draft,
                head,
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
                        draft.Recover(
                            fieldsEnd,
                            fields as IReadOnlyList<KeyValuePair<string, object?>>,
                            thrown
                        );
                    }
                },
                state
            );
            _pipeline.Append(draft.Writer, level, prefix.IsAudit);
        }
        catch (Exception)
        {
            _pipeline.CountDropped(); // no memory: what foreign code throws is noted in the record
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
        in TState state,
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
            || (_filter is { } filter && !filter(LevelRules.FullName, _category, level))
        )
        {
            return;
        }

        if (exception is not null || !TryWriteForeign(level, eventId, in state, formatter))
        {
            WriteForeign(level, eventId, in state, exception, formatter);
        }

        if (level >= LogLevel.Error)
        {
            _pipeline.FlushSoon(isFatal: level == LogLevel.Critical);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "a log call never throws into its caller"
    )]
    private void WriteForeign<TState>(
        LogLevel level,
        EventId eventId,
        in TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
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
            var head = RecordHead.Of(prefix, _pipeline.Shape, draft.Writer.MostHead);
            draft.Begin().Begin(0, head.Prefix, head.Context, body);
            WriteDraft(
                draft,
                head,
                error,
                static (draft, fields) =>
                    draft.WritePairs(fields as IEnumerable<KeyValuePair<string, object?>>),
                state
            );
            _pipeline.Append(draft.Writer, level, isAudit: false);
        }
        catch (Exception)
        {
            _pipeline.CountDropped(); // no memory: what foreign code throws is noted in the record
        }
        finally
        {
            t_depth--;
            _pipeline.ReturnDraft(draft);
        }
    }

    /// <summary>Writes what follows a record's beginning: fields, scopes, exception, end.</summary>
    private void WriteDraft<TState>(
        Draft draft,
        RecordHead head,
        ExceptionText? error,
        Action<Draft, object?> writeFields,
        TState state
    )
    {
        var writer = draft.Writer;
        if (head.IsCut)
        {
            writer.MarkCut();
        }

        if (error is not null)
        {
            writer.KeepRoomForException();
        }

        writeFields(draft, state);
        draft.WriteScopes(
            _provider.Scopes.Provider,
            state is ILogEventState ? state as IReadOnlyList<KeyValuePair<string, object?>> : null
        );
        writer.EndFields();
        if (error is not null && _pipeline.Shape.IsJson)
        {
            writer.WriteExceptionMember(error);
        }

        writer.EndLine();
        if (error is not null && !_pipeline.Shape.IsJson)
        {
            writer.WriteExceptionLines(error, head, _pipeline.MostRecord);
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
        var name = eventId.Name is { Length: > LongestEventName }
            ? eventId.Name[..LongestEventName]
            : eventId.Name;
        var severity = Severity.Of(level);
        if (PrefixOf(_foreignPrefixes, eventId.Id, name) is { } kept && kept.Severity == severity)
        {
            return kept;
        }

        var prefix = NewForeignPrefix(level, eventId.Id, name);
        Keep(ref _foreignPrefixes, prefix);
        return prefix;
    }

    private EventPrefix NewForeignPrefix(LogLevel level, int id, string? name) =>
        new(_pipeline.Shape, Severity.Of(level), _category, id, name, body: null)
        {
            Rate = level >= LogLevel.Error ? null : _pipeline.Limits?.Of(_category, id, name),
        };
}
