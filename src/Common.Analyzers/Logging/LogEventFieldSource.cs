using System.Text;

namespace Common.Analyzers.Logging;

/// <summary>Writes the statements that hand one field to the writer.</summary>
internal static class LogEventFieldSource
{
    public static void Write(StringBuilder text, LogEventField field, string value, int index)
    {
        var member = $"\",\\\"{field.Name}\\\":\"u8";
        if (field.Shape == FieldShape.List)
        {
            WriteList(text, field, member, value, index);
        }
        else
        {
            WriteValue(text, field, member, value);
        }
    }

    private static void WriteValue(
        StringBuilder text,
        LogEventField field,
        string member,
        string value
    )
    {
        if (field.IsNullableStruct)
        {
            text.Append($"if ({value} is null) {{ writer.WriteNull({member}); }} else {{ ");
            value += ".GetValueOrDefault()";
        }

        switch (field.Shape)
        {
            case FieldShape.Signed:
                text.Append($"writer.Write({member}, (long){value});");
                break;
            case FieldShape.Unsigned:
                text.Append($"writer.Write({member}, (ulong){value});");
                break;
            case FieldShape.Enumeration:
                WriteEnumeration(text, field, member, value);
                break;
            case FieldShape.Formatted:
                text.Append($"writer.WriteFormatted({member}, {value});");
                break;
            default:
                text.Append($"writer.Write({member}, {value});");
                break;
        }

        text.Append(field.IsNullableStruct ? " }\n" : "\n");
    }

    private static void WriteEnumeration(
        StringBuilder text,
        LogEventField field,
        string member,
        string value
    )
    {
        var type = field.IsNullableStruct ? field.Type.TrimEnd('?') : field.Type;
        text.Append($"writer.Write({member}, {value} switch {{ ");
        foreach (var name in field.EnumMembers)
        {
            text.Append($"{type}.@{name} => \"{name}\", ");
        }

        text.Append($"var other => other.ToString() }});");
    }

    private static void WriteList(
        StringBuilder text,
        LogEventField field,
        string member,
        string value,
        int index
    )
    {
        var list = $"list{index}";
        var count = $"count{index}";
        var i = $"i{index}";
        var source = field.IsNullableStruct ? value + ".GetValueOrDefault()" : value;
        var isAbsent =
            field.IsImmutableArray ? $"{list}.IsDefault"
            : field.IsNullable ? $"{value} is null"
            : "false";
        text.Append($"var {list} = {source};\n");
        text.Append($"if ({isAbsent}) {{ writer.WriteNull({member}); }} else {{\n");
        var counted =
            field.ListType.Length == 0
                ? list
                : $"((global::{field.ListType}<{field.Element!.Type}>){list})";
        var indexed =
            field.ListType.Length == 0 ? list
            : field.ListType.EndsWith("ReadOnlyCollection", StringComparison.Ordinal)
                ? $"((global::System.Collections.Generic.IReadOnlyList<{field.Element!.Type}>){list})"
            : $"((global::System.Collections.Generic.IList<{field.Element!.Type}>){list})";
        text.Append($"var {count} = {counted}.{field.CountMember};\n");
        text.Append($"writer.BeginList({member}, {count});\n");
        text.Append($"for (var {i} = 0; {i} < {count} && {i} < ");
        text.Append("global::Common.Abstractions.ILogFieldWriter.MaxElements");
        text.Append($"; {i}++)\n{{\nvar item{index} = {indexed}[{i}];\n");
        WriteValue(text, field.Element!, "default", $"item{index}");
        text.Append("}\nwriter.EndList();\n}\n");
    }
}
