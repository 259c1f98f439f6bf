namespace Common.Logging.Internal;

/// <summary>Tells the kind of a value.</summary>
internal static class ValueKinds
{
    public static ValueKind Of(object? value) =>
        value switch
        {
            int => ValueKind.Int32,
            long => ValueKind.Int64,
            byte or ushort or uint or ulong => ValueKind.Unsigned,
            decimal => ValueKind.Decimal,
            double => ValueKind.Double,
            bool => ValueKind.Boolean,
            string => ValueKind.Text,
            _ => ValueKind.Other,
        };
}
