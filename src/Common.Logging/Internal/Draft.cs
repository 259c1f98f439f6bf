using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

/// <summary>A record that is written apart from the shared buffers, where foreign code may run and fail.</summary>
internal sealed class Draft(RecordWriter writer, MemberNames names)
{
    private readonly List<object?> _scopes = [];
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Writes into a buffer of its own.</summary>
    public RecordWriter Writer => writer;

    /// <summary>Begins anew, with room for a record that begins with the event and the context.</summary>
    public RecordWriter Begin(EventPrefix prefix, EncodedContext context)
    {
        writer.Position = 0;
        writer.Reserve(writer.MaxLine + prefix.Length + context.Length + 1024);
        _written.Clear();
        return writer;
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
            if (pairs is IReadOnlyList<KeyValuePair<string, object?>> list)
            {
                for (var i = 0; i < list.Count; i++)
                {
                    WritePair(list[i]);
                }
            }
            else if (pairs is not null)
            {
                foreach (var pair in pairs)
                {
                    WritePair(pair);
                }
            }
        }
        catch (Exception exception)
        {
            WritePair(new("unreadable_fields", Guarded.Note(exception)));
        }
    }

    /// <summary>Writes the values of the scopes around the call, the innermost first, so that it wins.</summary>
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
        if (_scopes.Count > 0 && fields is not null)
        {
            for (var i = 0; i < fields.Count; i++)
            {
                _written.Add(names[fields[i].Key].Text);
            }
        }

        for (var i = _scopes.Count - 1; i >= 0; i--)
        {
            if (Scopes.IsOfService(_scopes[i]))
            {
                WriteScope(_scopes[i]);
            }
        }

        _scopes.Clear();
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
        else
        {
            ForeignValue.Write(writer, member.Bytes, pair.Value);
        }
    }
}
