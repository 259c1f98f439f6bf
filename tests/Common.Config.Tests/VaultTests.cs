using Common.Config.Catalogue;
using Microsoft.Extensions.DependencyInjection;

namespace Common.Config.Tests;

/// <summary>Secrets in sections of many names and in lists, and options of nested collections.</summary>
public sealed class VaultTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("hun${ter2")]
    [InlineData("hun${Nobody}ter2")]
    [InlineData("hun$${ter2}")]
    public void A_secret_is_read_as_it_is_wherever_it_stands(string secret)
    {
        Write($$"""{"Pin":"{{secret}}","Within":[{"Pin":"{{secret}}"}]}""");
        using var services = _folder.Services();

        var vault = services.GetRequiredService<Live<VaultOptions>>().Get("main");

        Assert.Equal(secret, vault.Pin!.Reveal());
        Assert.Equal(secret, vault.Within[0].Pin!.Reveal());
    }

    [Theory]
    [InlineData("""{"Pin":"hunter2","Doors":"${Vaults:main:Pin}"}""", "Doors is ***")]
    [InlineData("""{"ApiKey":"hunter2","Doors":"${Vaults:main:ApiKey}"}""", "Doors is ***")]
    [InlineData("""{"Within":["hunter2"]}""", "Within:0 is ***")]
    public void What_is_or_may_be_a_secret_is_not_shown(string vault, string expected)
    {
        Write(vault);

        var error = Assert.Single(_folder.Errors());

        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dictionary_holds_lists_by_their_interface()
    {
        Write("""{"Roles":{"owner":["a","b"],"guest":[]}}""");
        using var services = _folder.Services("--Vaults:main:Roles:owner:0=c");

        var vault = services.GetRequiredService<Live<VaultOptions>>().Get("main");

        Assert.Equal(["c"], vault.Roles["owner"]);
        Assert.Empty(vault.Roles["guest"]);
        Assert.Empty(vault.With(roles: new Dictionary<string, IReadOnlyList<string>>()).Roles);
    }

    [Fact]
    public void The_documents_of_a_class_that_holds_a_list_of_itself_end()
    {
        var docs = Run("docs");

        Assert.Contains("## Vaults:NAME\n", docs, StringComparison.Ordinal);
        Assert.DoesNotContain("## Vaults:NAME:Within", docs, StringComparison.Ordinal);
        Assert.Contains(
            "| `` new Dictionary&lt;string, IReadOnlyList&lt;string>> { [\"owner\"] = [\"`alice` \\| bob\"] } `` |",
            docs,
            StringComparison.Ordinal
        );
        using var schema = System.Text.Json.JsonDocument.Parse(Run("schema"));
        Assert.Equal(
            "#/$defs/Common.Config.Tests.VaultOptions",
            schema
                .RootElement.GetProperty("$defs")
                .GetProperty("Common.Config.Tests.VaultOptions")
                .GetProperty("properties")
                .GetProperty("Within")
                .GetProperty("items")
                .GetProperty("$ref")
                .GetString()
        );
    }

    private static string Run(string command)
    {
        using var output = new StringWriter();
        ConfigCommands.Run(
            [command],
            ConfigCatalogue.Of(typeof(VaultTests).Assembly),
            output,
            TextWriter.Null
        );
        return output.ToString();
    }

    private void Write(string vault) =>
        _folder.Write(
            "appsettings.json",
            $$"""{"Orders":{"Database":{"Password":"p"} },"Vaults":{"main":{{vault}} } }"""
        );
}
