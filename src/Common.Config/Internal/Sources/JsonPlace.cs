using System.Text.Json;

namespace Common.Config.Internal.Sources;

/// <summary>Finds where in a JSON file a key stands, or the first part of it.</summary>
internal sealed class JsonPlace(string sought) : IJsonVisitor
{
    private long _whole = -1;
    private long _part = -1;

    /// <summary>The number of bytes before the place; negative where the key is not in the file.</summary>
    public long Position => _whole < 0 ? _part : _whole;

    public void Visit(ReadOnlySpan<char> key, ref Utf8JsonReader reader, long position)
    {
        if (!key.StartsWith(sought, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (key.Length == sought.Length)
        {
            _whole = position;
        }
        else if (_part < 0 && key[sought.Length] == ':')
        {
            _part = position;
        }
    }
}
