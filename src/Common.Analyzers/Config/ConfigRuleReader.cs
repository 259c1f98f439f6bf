using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Analyzers.Config;

/// <summary>Reads the rules of an option from the attributes of System.ComponentModel.DataAnnotations.</summary>
internal static class ConfigRuleReader
{
    private const string Namespace = "System.ComponentModel.DataAnnotations.";
    private const string Rules = "global::Common.Config.Binding.ConfigRules.";

    /// <summary>Gives the rule of an attribute; null for any other attribute, and for a rule that does not fit, with the reason.</summary>
    public static ConfigRuleModel? Read(
        AttributeData attribute,
        ConfigTypeModel type,
        out string? reason
    )
    {
        reason = null;
        var name = attribute.AttributeClass?.ToDisplayString() ?? string.Empty;
        if (name == "Common.Abstractions.LimitsAttribute")
        {
            return Range(attribute, type, ref reason);
        }

        if (!name.StartsWith(Namespace, StringComparison.Ordinal) || !IsRule(attribute))
        {
            return null;
        }

        var arguments = attribute.ConstructorArguments;
        return name.Substring(Namespace.Length) switch
        {
            "RangeAttribute" => Range(attribute, type, ref reason),
            "AllowedValuesAttribute" when Values(arguments) is { } values => AllowedValues(
                values,
                type,
                ref reason
            ),
            "RegularExpressionAttribute" when arguments[0].Value is string pattern => Pattern(
                pattern,
                type,
                ref reason
            ),
            "StringLengthAttribute" => Length(
                type,
                ref reason,
                Named(attribute, "MinimumLength") ?? 0,
                arguments[0].Value as int? ?? int.MaxValue
            ),
            "MinLengthAttribute" => Length(
                type,
                ref reason,
                arguments[0].Value as int? ?? 0,
                int.MaxValue
            ),
            "MaxLengthAttribute" => Length(
                type,
                ref reason,
                0,
                arguments.Length == 0 ? int.MaxValue : arguments[0].Value as int? ?? int.MaxValue
            ),
            "LengthAttribute" => Length(
                type,
                ref reason,
                arguments[0].Value as int? ?? 0,
                arguments[1].Value as int? ?? int.MaxValue
            ),
            "UrlAttribute" => Url(type, ref reason),
            "RequiredAttribute" => null,
            _ => Unknown(ref reason),
        };
    }

    private static ConfigRuleModel? Unknown(ref string? reason)
    {
        reason = "it is not checked without reflection; write the rule into a partial Check method";
        return null;
    }

    private static ConfigRuleModel? Range(
        AttributeData attribute,
        ConfigTypeModel type,
        ref string? reason
    )
    {
        var arguments = attribute.ConstructorArguments;
        var offset = arguments.Length - 2;
        if (
            offset < 0
            || Text(arguments[offset]) is not { } minimum
            || Text(arguments[offset + 1]) is not { } maximum
        )
        {
            return null; // the compiler reports it
        }

        if (!IsOrdered(type.Name))
        {
            reason = $"the values of {type.Name} have no order";
            return null;
        }

        if ((Problem(minimum, type) ?? Problem(maximum, type)) is { } problem)
        {
            reason = problem;
            return null;
        }

        var low = IsSet(attribute, "MinimumIsExclusive");
        var high = IsSet(attribute, "MaximumIsExclusive");
        return new ConfigRuleModel(
            $"{Rules}Range({type.Expression}, {Literal(minimum)}, {Literal(maximum)}, {Bool(low)}, {Bool(high)})",
            $"\"minimum\":{JsonText.Quote(minimum)},\"maximum\":{JsonText.Quote(maximum)}"
                + (low ? ",\"minimumIsExclusive\":true" : string.Empty)
                + (high ? ",\"maximumIsExclusive\":true" : string.Empty)
        );
    }

    private static bool IsOrdered(string type) =>
        type
            is "byte"
                or "sbyte"
                or "short"
                or "ushort"
                or "int"
                or "uint"
                or "long"
                or "ulong"
                or "float"
                or "double"
                or "decimal"
                or "char"
                or "duration"
                or "size"
                or "version"
                or "date"
                or "time"
                or "instant";

    private static ConfigRuleModel? AllowedValues(
        IReadOnlyList<string> values,
        ConfigTypeModel type,
        ref string? reason
    )
    {
        if (type.Name is "list" or "set" or "dictionary" or "section" or "secret" or "enum")
        {
            reason = $"it cannot be checked on {type.Name}";
            return null;
        }

        if (
            values.Select(value => Problem(value, type)).FirstOrDefault(p => p is not null) is
            { } problem
        )
        {
            reason = problem;
            return null;
        }

        return new ConfigRuleModel(
            $"{Rules}AllowedValues({type.Expression}, {string.Join(", ", values.Select(Literal))})",
            $"\"allowed\":[{string.Join(",", values.Select(JsonText.Quote))}]"
        );
    }

    private static ConfigRuleModel? Pattern(
        string pattern,
        ConfigTypeModel type,
        ref string? reason
    )
    {
        if (type.Name != "string")
        {
            reason = $"it is for texts, not for {type.Name}";
            return null;
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
        }
        catch (ArgumentException)
        {
            reason = $"'{pattern}' is no regular expression";
            return null;
        }

        return new ConfigRuleModel(
            $"{Rules}RegularExpression({Literal(pattern)})",
            "\"pattern\":" + JsonText.Quote(pattern)
        );
    }

    /// <summary>Says whether an attribute promises a check; the others of the namespace describe, as <c>[Display]</c> does.</summary>
    private static bool IsRule(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.ToDisplayString() == Namespace + "ValidationAttribute")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says why a limit or an allowed value is no value of the option: the service could not start with it.</summary>
    private static string? Problem(string value, ConfigTypeModel type) =>
        ConfigValueCheck.TypeProblem(JsonReader.Read("{" + type.CatalogueJson + "}")!, value)
            is { } problem
            ? $"'{value}' is no value of it; {problem}"
            : null;

    private static ConfigRuleModel? Length(
        ConfigTypeModel type,
        ref string? reason,
        int minimum,
        int maximum
    )
    {
        var limits =
            minimum.ToString(CultureInfo.InvariantCulture)
            + ", "
            + maximum.ToString(CultureInfo.InvariantCulture);
        var method = type.Name switch
        {
            "string" => "Length",
            "secret" => "SecretLength",
            "list" or "set" or "dictionary" => $"Count<{type.Bound}>",
            _ => null,
        };
        if (method is null)
        {
            reason = $"the values of {type.Name} have no length";
            return null;
        }

        var members = new List<string>();
        if (minimum > 0)
        {
            members.Add("\"minLength\":" + minimum.ToString(CultureInfo.InvariantCulture));
        }

        if (maximum < int.MaxValue)
        {
            members.Add("\"maxLength\":" + maximum.ToString(CultureInfo.InvariantCulture));
        }

        return new ConfigRuleModel($"{Rules}{method}({limits})", string.Join(",", members));
    }

    private static ConfigRuleModel? Url(ConfigTypeModel type, ref string? reason)
    {
        switch (type.Name)
        {
            case "string":
                return new ConfigRuleModel(Rules + "Url()", "\"url\":true");
            case "uri":
                return new ConfigRuleModel(Rules + "WebUri()", "\"url\":true");
            default:
                reason = $"it is for texts and addresses, not for {type.Name}";
                return null;
        }
    }

    private static List<string>? Values(
        System.Collections.Immutable.ImmutableArray<TypedConstant> arguments
    )
    {
        var values = new List<string>();
        foreach (
            var value in arguments.Length == 1 && arguments[0].Kind == TypedConstantKind.Array
                ? arguments[0].Values
                : arguments
        )
        {
            if (Text(value) is not { } text)
            {
                return null;
            }

            values.Add(text);
        }

        return values;
    }

    private static string? Text(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Primitive ? ConfigConstant.Text(constant.Value) : null;

    private static int? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(pair => pair.Key == name).Value.Value as int?;

    private static bool IsSet(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(pair => pair.Key == name).Value.Value is true;

    private static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    private static string Bool(bool value) => value ? "true" : "false";
}
