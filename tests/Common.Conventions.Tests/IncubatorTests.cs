using System.Globalization;
using System.Text.Json;

namespace Common.Conventions.Tests;

/// <summary>What every incubating module says about itself.</summary>
public sealed class IncubatorTests
{
    private static IEnumerable<string> Modules =>
        Repository
            .FilesOf("incubator/", ".cs", ".csproj", ".json", ".md")
            .Select(f => f.Split('/'))
            .Where(parts => parts.Length > 2)
            .Select(parts => $"incubator/{parts[1]}")
            .Distinct();

    [Fact]
    public void Each_module_has_its_parts()
    {
        Expect.None(
            from module in Modules
            from part in (string[])["module.json", "README.md"]
            where !Repository.Files.Contains($"{module}/{part}")
            select $"{module}/{part}",
            "Missing:"
        );
    }

    [Fact]
    public void Each_module_has_an_owner_and_an_exit_date()
    {
        Expect.None(
            from module in Modules
            from key in (string[])["owner", "exit"]
            where !Has(module, key)
            select $"{module}/module.json: {key}",
            "Someone answers for a module, until a day (yyyy-MM-dd):"
        );
    }

    private static bool Has(string module, string key)
    {
        using var document = JsonDocument.Parse(Repository.Read($"{module}/module.json"));
        return document.RootElement.TryGetProperty(key, out var value)
            && value.GetString() is { Length: > 0 } text
            && (
                key != "exit"
                || DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                )
            );
    }
}
