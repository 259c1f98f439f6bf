using System.Text.Json;

namespace Common.Config.Internal.Sources;

/// <summary>Is shown every value of a JSON file with its key.</summary>
internal interface IJsonVisitor
{
    /// <summary>Takes one value.</summary>
    /// <param name="key">The whole key, valid during the call.</param>
    /// <param name="reader">Stands on the value; on the end of an object or array that is empty. Not to be moved.</param>
    /// <param name="position">Where in the file the property or element begins.</param>
    void Visit(ReadOnlySpan<char> key, ref Utf8JsonReader reader, long position);
}
