using System.Reflection.Metadata;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Writes what is missing as a reader of C# knows it.</summary>
internal static class MissingName
{
    private const string Constructor = ".ctor";

    private static readonly (string Start, string End)[] Accessors =
    [
        ("get_", ".get"),
        ("set_", ".set"),
        ("add_", ".add"),
        ("remove_", ".remove"),
    ];

    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Decimal"] = "decimal",
        ["System.Double"] = "double",
        ["System.Int16"] = "short",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Object"] = "object",
        ["System.SByte"] = "sbyte",
        ["System.Single"] = "float",
        ["System.String"] = "string",
        ["System.UInt16"] = "ushort",
        ["System.UInt32"] = "uint",
        ["System.UInt64"] = "ulong",
    };

    /// <summary>A type.</summary>
    public static string Of(string type) => type.Replace('+', '.');

    /// <summary>A member of a type: a method with the types of its parameters, and an accessor as <c>Name.get</c>.</summary>
    public static string Of(string owner, MetadataReader reader, MemberReference member)
    {
        var name = reader.GetString(member.Name);
        var type = Of(owner);
        if (member.GetKind() != MemberReferenceKind.Method)
        {
            return type + "." + name;
        }

        foreach (var (start, end) in Accessors)
        {
            if (name.StartsWith(start, StringComparison.Ordinal))
            {
                return type + "." + name.Substring(start.Length) + end;
            }
        }

        var own = name == Constructor ? Simple(type) : name;
        var parameters = member
            .DecodeMethodSignature(SignatureNames.Instance, genericContext: null)
            .ParameterTypes.Select(Parameter);
        return type + "." + own + "(" + string.Join(", ", parameters) + ")";
    }

    private static string Simple(string type) =>
        type.Substring(type.LastIndexOf('.') + 1).Split('`')[0];

    private static string Parameter(string type)
    {
        var end = type.IndexOfAny(['&', '*', '[', ' ']);
        var name = end < 0 ? type : type.Substring(0, end);
        return Keywords.TryGetValue(name, out var keyword)
            ? keyword + type.Substring(name.Length)
            : Of(type);
    }
}
