using System.Globalization;

namespace Common.Analyzers.Config;

/// <summary>Writes constants as they are written in the configuration.</summary>
internal static class ConfigConstant
{
    /// <summary>Gives the text of a constant; null for null and for what is no simple value.</summary>
    public static string? Text(object? value) =>
        value switch
        {
            string text => text,
            bool flag => flag ? "true" : "false",
            char c => c.ToString(),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            float number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
}
