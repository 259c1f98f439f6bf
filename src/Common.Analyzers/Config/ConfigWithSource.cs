using System.Globalization;
using System.Text;

namespace Common.Analyzers.Config;

/// <summary>Writes the method With of a section's class: a copy with other values, which init-only options allow in no other way.</summary>
internal static class ConfigWithSource
{
    /// <summary>Writes the method and the constructor that it calls.</summary>
    public static void Write(StringBuilder text, ConfigSectionModel model, string generatedCode)
    {
        if (model.HasWith || model.Options.Count == 0)
        {
            return;
        }

        var parameters = model
            .Options.Select(
                (option, i) =>
                    (Option: option, Type: Change(option), Name: Name(option.Name), Value: Value(i))
            )
            .ToList();
        text.Append(
            "/// <summary>Gives a copy with other values of some options. What is not named stays as it is; no rule is checked.</summary>\n"
        );
        text.Append(generatedCode).Append("internal ").Append(model.FullName).Append(" With(\n");
        text.Append(string.Join(",\n", parameters.Select(p => $"{p.Type} {p.Name} = default")));
        text.Append(") => new ").Append(model.FullName).Append("(this");
        foreach (var (_, _, name, _) in parameters)
        {
            text.Append(", ").Append(name);
        }

        text.Append(");\n\n").Append(generatedCode);
        text.Append("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]\n");
        text.Append("private ")
            .Append(model.Name)
            .Append('(')
            .Append(model.FullName)
            .Append(" from");
        foreach (var (_, type, _, value) in parameters)
        {
            text.Append(", ").Append(type).Append(' ').Append(value);
        }

        text.Append(") : this()\n{\n");
        foreach (var (option, _, _, value) in parameters)
        {
            text.Append($"this.@{option.Name} = {value}.Or(from.@{option.Name});\n");
        }

        text.Append("}\n\n");
    }

    // A conversion from an interface is none that the language would find, so a list is taken as the class that the binder makes.
    private static string Change(ConfigOptionModel option)
    {
        var type = option.Type.Name is "list" or "set" or "dictionary"
            ? option.Type.Bound
            : option.PropertyType;
        var isNullable = option.IsNullable && !type.EndsWith("?", StringComparison.Ordinal);
        return $"global::Common.Config.ConfigChange<{type}{(isNullable ? "?" : string.Empty)}>";
    }

    private static string Name(string option) =>
        "@" + char.ToLowerInvariant(option[0]) + option.Substring(1);

    private static string Value(int index) =>
        "value" + index.ToString(CultureInfo.InvariantCulture);
}
