using System.Collections;
using System.Globalization;

namespace Common.Tool.Logs;

/// <summary>The text of a field's value, as people write it.</summary>
internal static class FieldText
{
    /// <summary>The text: <c>null</c>, <c>true</c>, digits, the string itself, or a list in brackets.</summary>
    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            bool truth => truth ? "true" : "false",
            string text => text,
            IEnumerable list => $"[{string.Join(",", list.Cast<object?>().Select(Of))}]",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
