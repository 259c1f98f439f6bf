using System.Globalization;
using System.Text;

namespace Common.Benchmarks.Lifecycle;

/// <summary>Writes a project of many classes, each with thirteen public members, and the list of its public API.</summary>
internal static class LargeProject
{
    /// <summary>How many public symbols each class has: itself and its members.</summary>
    public const int SymbolsOfAClass = 14;

    private const int Methods = SymbolsOfAClass - 2;

    /// <summary>The sources, a class a file.</summary>
    public static IReadOnlyList<string> Sources(int classes) =>
        [.. Enumerable.Range(0, classes).Select(Source)];

    /// <summary>The lines of the public API.</summary>
    public static string PublicApi(int classes)
    {
        var text = new StringBuilder("#nullable enable\n");
        for (var i = 0; i < classes; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Large.C{i}\nLarge.C{i}.C{i}() -> void\n");
            for (var m = 0; m < Methods; m++)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"Large.C{i}.M{m}(int first, string! second, System.Collections.Generic.List<long>? third = null) -> string!\n"
                );
            }
        }

        return text.ToString();
    }

    private static string Source(int number)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"using System;\nusing System.Collections.Generic;\nusing System.Linq;\nnamespace Large;\n/// <summary>A class.</summary>\npublic class C{number}\n{{\n    private readonly Dictionary<string, int> _known = new();\n"
        );
        for (var m = 0; m < Methods; m++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                    /// <summary>A method.</summary>
                    public string M{{m}}(int first, string second, List<long>? third = null)
                    {
                        var known = _known.TryGetValue(second, out var found) ? found : first;
                        _known[second] = Math.Max(known, first) + (third?.Count ?? 0);
                        return second + known.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    }

                """
            );
        }

        return text.Append("}\n").ToString();
    }
}
