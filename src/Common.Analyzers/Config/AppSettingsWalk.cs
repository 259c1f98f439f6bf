using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Config;

/// <summary>Compares one file with the declared options.</summary>
internal sealed class AppSettingsWalk(
    DeclaredOptions declared,
    AllowedKeys allowed,
    string path,
    SourceText text,
    Action<Diagnostic> report
)
{
    public void Walk(JsonValue root) => Node(declared.Root, root, string.Empty);

    private void Node(DeclaredNode node, JsonValue value, string key)
    {
        foreach (var member in value.Members)
        {
            // A colon within a name is a path; the service reads it, and this does not follow it.
            if (member.Name.IndexOf(':') >= 0)
            {
                continue;
            }

            Member(node, member, key.Length == 0 ? member.Name : key + ":" + member.Name);
        }
    }

    private void Member(DeclaredNode node, JsonMember member, string key)
    {
        node.Children.TryGetValue(member.Name, out var child);
        if (node.Section is { } own && declared.Option(own, member.Name) is { } option)
        {
            if (option.TextOf("type") == "section")
            {
                Section(option.TextOf("class"), member.Value, key, child);
            }
            else
            {
                Value(option, member.Value, key);
            }

            return;
        }

        if (child is null && node.Children.TryGetValue("*", out var named))
        {
            Node(named, member.Value, key);
        }
        else if (child is not null)
        {
            if (child.Older is { } older)
            {
                Report(
                    AppSettingsRules.Deprecated,
                    member.Start,
                    member.End,
                    key,
                    older.Since,
                    older.Key
                );
                Value(older.Option, member.Value, key);
            }

            Node(child, member.Value, key);
        }
        else if (node.Section is not null && !allowed.Contains(key))
        {
            var names = Names(node.Section).Concat(node.Children.Keys);
            var nearest = NearestName.Find(member.Name, names);
            Report(
                AppSettingsRules.Unknown,
                member.Start,
                member.End,
                key,
                nearest is null ? string.Empty : $"; did you mean '{nearest}'?"
            );
        }
    }

    /// <summary>Looks at a section within another; what other sections and older keys have their places in it is at <paramref name="place"/>.</summary>
    private void Section(string? name, JsonValue value, string key, DeclaredNode? place = null)
    {
        if (declared.Find(name) is { } section && value.Kind == JsonValueKind.Object)
        {
            Node(new DeclaredNode(place) { Section = section }, value, key);
        }
    }

    private void Value(JsonValue option, JsonValue value, string key)
    {
        switch (option.TextOf("type"))
        {
            case "section":
                Section(option.TextOf("class"), value, key);
                return;
            case "list" or "set" when option["element"] is { } element:
                Count(option, value, value.Elements.Count, isWhole: true, key);
                for (var i = 0; i < value.Elements.Count; i++)
                {
                    Value(element, value.Elements[i], $"{key}:{i}");
                }

                return;
            case "dictionary" when option["element"] is { } element:
                Count(option, value, value.Members.Count, isWhole: false, key);
                foreach (var member in value.Members)
                {
                    Key(option["key"], member, key + ":" + member.Name);
                    Value(element, member.Value, key + ":" + member.Name);
                }

                return;
            default:
                Scalar(option, value, key);
                return;
        }
    }

    /// <summary>Other files may add to a dictionary, but replace a list.</summary>
    private void Count(JsonValue option, JsonValue value, int count, bool isWhole, string key)
    {
        if (
            value.Kind is JsonValueKind.Object or JsonValueKind.List
            && ConfigValueCheck.CountProblem(option, count, isWhole) is { } problem
        )
        {
            Report(AppSettingsRules.OutOfRange, value.Start, value.End, key, problem);
        }
    }

    private void Key(JsonValue? type, JsonMember member, string key)
    {
        if (type is not null && ConfigValueCheck.TypeProblem(type, member.Name) is { } problem)
        {
            Report(AppSettingsRules.Unknown, member.Start, member.End, key, "; " + problem);
        }
    }

    private void Scalar(JsonValue option, JsonValue value, string key)
    {
        if (
            value.Kind is JsonValueKind.Object or JsonValueKind.List
            || value.Text == "null"
            || value.Text.Contains("${")
        )
        {
            return;
        }

        if (ConfigValueCheck.TypeProblem(option, value.Text) is { } type)
        {
            Report(AppSettingsRules.IllTyped, value.Start, value.End, key, type);
        }
        else if (ConfigValueCheck.RuleProblem(option, value.Text) is { } rule)
        {
            Report(AppSettingsRules.OutOfRange, value.Start, value.End, key, rule);
        }
    }

    private static IEnumerable<string> Names(JsonValue section) =>
        section["options"]?.Elements.Select(o => o.TextOf("name") ?? string.Empty) ?? [];

    private void Report(DiagnosticDescriptor rule, int start, int end, params object[] arguments)
    {
        var span = TextSpan.FromBounds(start, end);
        var location = Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
        report(Diagnostic.Create(rule, location, arguments));
    }
}
