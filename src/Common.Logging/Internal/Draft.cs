using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

/// <summary>A record that is written apart from the shared buffers, where foreign code may run and fail.</summary>
internal sealed class Draft(RecordWriter writer, MemberNames names)
{
    /// <summary>What a named value takes at the least, in either format: a sign before it, a sign behind its name, a digit.</summary>
    private const int FewestBytes = 4;

    /// <summary>Room behind the longest line, since texts are copied by whole vectors.</summary>
    private const int Slack = 1024;

    private readonly List<object?> _scopes = [];
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Writes into a buffer of its own.</summary>
    public RecordWriter Writer => writer;

    /// <summary>Begins anew, with room for a record.</summary>
    public RecordWriter Begin()
    {
        writer.Position = 0;
        writer.Reserve(writer.MaxLine + Slack);
        writer.HasListCount = false;
        _written.Clear();
        _scopes.Clear();
        return writer;
    }

    /// <summary>Writes fields anew of which one could not be read, one by one, so that only that one is lost.</summary>
    /// <param name="position">Where they begin; what is behind it is taken back.</param>
    /// <param name="fields">The fields, if they can be had one by one.</param>
    /// <param name="exception">What was thrown; noted in place of them all where they cannot.</param>
    public void Recover(
        int position,
        IReadOnlyList<KeyValuePair<string, object?>>? fields,
        Exception exception
    )
    {
        writer.TakeBack(position);
        if (fields is null)
        {
            WriteNote(exception);
        }
        else
        {
            WritePairs(fields);
        }
    }

    /// <summary>Writes named values. The first of one name wins.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "a log call never throws into its caller"
    )]
    public void WritePairs(IEnumerable<KeyValuePair<string, object?>>? pairs)
    {
        try
        {
            var left = writer.MaxLine / FewestBytes;
            if (pairs is IReadOnlyList<KeyValuePair<string, object?>> list)
            {
                for (var i = 0; i < list.Count && IsLeft(ref left); i++)
                {
                    WritePair(list[i]);
                }
            }
            else if (pairs is not null)
            {
                foreach (var pair in pairs)
                {
                    if (!IsLeft(ref left))
                    {
                        break;
                    }

                    WritePair(pair);
                }
            }
        }
        catch (Exception exception)
        {
            WriteNote(exception);
        }
    }

    /// <summary>Writes the values of the scopes around the call, the innermost first, so that it wins.</summary>
    /// <param name="scopes">Knows the scopes.</param>
    /// <param name="fields">The fields of a declared event, which are written already.</param>
    public void WriteScopes(
        IExternalScopeProvider? scopes,
        IReadOnlyList<KeyValuePair<string, object?>>? fields
    )
    {
        if (scopes is null)
        {
            return;
        }

        scopes.ForEachScope(static (scope, found) => found.Add(scope), _scopes);
        for (var i = 0; _scopes.Count > 0 && i < (fields?.Count ?? 0); i++)
        {
            _written.Add(names[fields![i].Key].Text);
            if (writer.HasListCount)
            {
                _written.Add(names.CountTextOf(fields[i].Key)); // of which list, is not worth knowing
            }
        }

        for (var i = _scopes.Count - 1; i >= 0; i--)
        {
            if (Scopes.IsOfService(_scopes[i]))
            {
                WriteScope(_scopes[i]);
            }
        }
    }

    private void WriteScope(object? scope)
    {
        if (scope is IEnumerable<KeyValuePair<string, object?>> pairs)
        {
            WritePairs(pairs);
        }
        else if (scope is IEnumerable<KeyValuePair<string, object>> others)
        {
            WritePairs(
                others.Select(pair => new KeyValuePair<string, object?>(pair.Key, pair.Value))
            );
        }
        else if (scope is IEnumerable<KeyValuePair<string, string?>> texts)
        {
            WritePairs(
                texts.Select(pair => new KeyValuePair<string, object?>(pair.Key, pair.Value))
            );
        }
        else if (scope is not null)
        {
            WritePair(new("scope", scope));
        }
    }

    private void WritePair(KeyValuePair<string, object?> pair)
    {
        if (pair.Key is null or "{OriginalFormat}")
        {
            return;
        }

        var member = names[pair.Key];
        if (!_written.Add(member.Text))
        {
            return;
        }

        if (member.IsSecret && pair.Value is not null)
        {
            writer.Write(member.Bytes, SecretMask.Mask);
        }
        else if (pair.Value is IEnumerable and not string)
        {
            var count = names.CountTextOf(pair.Key);
            writer.HasListCount = false;
            ForeignValue.Write(writer, member.Bytes, pair.Value, !_written.Contains(count));
            if (writer.HasListCount)
            {
                _written.Add(count);
            }
        }
        else
        {
            ForeignValue.Write(writer, member.Bytes, pair.Value);
        }
    }

    private void WriteNote(Exception exception) =>
        WritePair(new("unreadable_fields", Guarded.Note(exception)));

    /// <summary>Whether a record may have one more named value: there may be no end of them.</summary>
    private bool IsLeft(ref int left)
    {
        if (left-- > 0)
        {
            return true;
        }

        writer.MarkCut();
        return false;
    }
}
