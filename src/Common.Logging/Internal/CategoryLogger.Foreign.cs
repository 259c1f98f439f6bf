using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

internal sealed partial class CategoryLogger
{
    private const int MostForeign = 256;
    private const string TemplateName = "{OriginalFormat}";

    private EventPrefix?[] _foreignPrefixes = new EventPrefix?[8]; // apart: a library may use the number and name of a declared event
    private ForeignEvent?[] _foreign = new ForeignEvent?[8];
    private string?[] _seen = new string?[8];

    /// <summary>Writes the record of a message template straight into the shared buffer if it runs no foreign code and needs no care.</summary>
    /// <returns>Whether that was possible.</returns>
    private bool TryWriteForeign<TState>(
        LogLevel level,
        EventId eventId,
        in TState state,
        Func<TState, Exception?, string> formatter
    )
    {
        if (
            !PlatformState<TState>.IsKnown
            || state is not IReadOnlyList<KeyValuePair<string, object?>>
        )
        {
            return false;
        }

        var found = default(ForeignEvent.Values);
        if (!TryRead(in state, ref found, out var count, out var template))
        {
            return false;
        }

        ReadOnlySpan<object?> values = found[..count];
        var foreign = ForeignOf(level, eventId, template, formatter);
        if (foreign is null)
        {
            Meet(level, eventId, template, in state, formatter, values);
            return false;
        }

        return foreign.IsUsable && TryWriteForeign(level, foreign, values);
    }

    /// <summary>Reads the values and the template of a state.</summary>
    /// <returns>Whether there is a template, with as many values as it has holes, and not too many.</returns>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "a log call never throws into its caller"
    )]
    private static bool TryRead<TState>(
        in TState state,
        ref ForeignEvent.Values values,
        out int count,
        out string template
    )
    {
        template = string.Empty;
        count = ((IReadOnlyList<KeyValuePair<string, object?>>)state!).Count - 1;
        if ((uint)count > ForeignEvent.MostHoles)
        {
            return false;
        }

        try
        {
            var last = ((IReadOnlyList<KeyValuePair<string, object?>>)state)[count];
            if (last.Key != TemplateName || last.Value is not string text)
            {
                return false;
            }

            template = text;
            for (var i = 0; i < count; i++)
            {
                values[i] = ((IReadOnlyList<KeyValuePair<string, object?>>)state)[i].Value;
            }

            return true;
        }
        catch (Exception)
        {
            return false; // fewer values than holes
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "a log call never throws into its caller"
    )]
    private bool TryWriteForeign(LogLevel level, ForeignEvent foreign, ReadOnlySpan<object?> values)
    {
        var stripe = _pipeline.Enter(_pipeline.MaxLine, isAudit: false);
        if (stripe is null)
        {
            return true; // dropped, and counted
        }

        var reading = _pipeline.Clock.Now();
        var writer = stripe.Writer;
        var start = writer.Position;
        try
        {
            var flow = stripe.Flow;
            flow.Follow(_provider.Scopes);
            if (
                flow.HasScopes
                || !writer.HasRoomFor(foreign.Prefix, flow.Context)
                || !foreign.TryWrite(
                    writer.BeginBody(reading, foreign.Prefix, flow.Context),
                    values,
                    flow.Context
                )
            )
            {
                writer.TakeBack(start);
                stripe.Leave();
                return false;
            }
        }
        catch (Exception)
        {
            writer.TakeBack(start); // a scope that throws, no memory
            stripe.Leave();
            return false;
        }

        writer.End();
        _pipeline.Commit(stripe, reading, level);
        return true;
    }

    private ForeignEvent? ForeignOf(LogLevel level, EventId id, string template, Delegate formatter)
    {
        var foreign = _foreign;
        var found = foreign[ForeignEvent.HashOf(id, template) & (foreign.Length - 1)];
        return found is not null && found.Is(id, level, template, formatter) ? found : null;
    }

    /// <summary>Makes the event of a template that was seen before: one that is made anew for each call is not worth it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Meet<TState>(
        LogLevel level,
        EventId id,
        string template,
        in TState state,
        Func<TState, Exception?, string> formatter,
        ReadOnlySpan<object?> values
    )
    {
        if (
            template.Length > ForeignEvent.LongestTemplate
            || id.Name is { Length: > LongestEventName }
            || _pipeline.Limits is not null
        )
        {
            return;
        }

        var seen = _seen;
        ref var before = ref seen[ForeignEvent.HashOf(id, template) & (seen.Length - 1)];
        if (!ReferenceEquals(before, template))
        {
            before = template;
            return;
        }

        if (ForeignEvent.AreKnown(values))
        {
            Keep(
                ForeignEvent.Create(
                    NewForeignPrefix(level, id.Id, id.Name),
                    (id, level, template, formatter),
                    Guarded.Text(
                        (state, formatter),
                        static item => item.formatter(item.state, null)
                    ),
                    values,
                    _pipeline.Names,
                    (_pipeline.Shape.IsJson, _pipeline.MaxLine)
                )
            );
        }
    }

    /// <summary>Keeps an event for the next record. Two threads at once may both make one, which does no harm.</summary>
    private void Keep(ForeignEvent made)
    {
        var old = _foreign;
        ref var slot = ref old[made.Hash & (old.Length - 1)];
        if (slot is null || old.Length >= MostForeign)
        {
            slot = made;
            return;
        }

        var larger = new ForeignEvent?[old.Length * 4];
        foreach (var kept in old)
        {
            if (kept is not null)
            {
                larger[kept.Hash & (larger.Length - 1)] = kept;
            }
        }

        larger[made.Hash & (larger.Length - 1)] = made;
        _seen = new string?[larger.Length];
        _foreign = larger;
    }
}
