using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace Common.Incubator.Plugins.Tests;

public sealed class PluginCatalogueTests
{
    private const string Good =
        """{ "name": "good", "version": "1", "contract": "greetings", "contractVersion": "1.0", "assembly": "Plug.dll", "type": "Plug.Greeter" }""";

    public static TheoryData<string, string> Faulty =>
        new()
        {
            { "", "plugin.json is not JSON: line 1" },
            { "[]", "plugin.json is not an object" },
            { "{}", "plugin.json: contractVersion must be a text of 1 to 500 characters" },
            {
                Good.Replace("\"1.0\"", "\"one\"", StringComparison.Ordinal),
                "plugin.json: contractVersion must be two numbers as 1.0"
            },
            {
                Good.Replace("\"name\": \"good\"", "\"name\": \"other\"", StringComparison.Ordinal),
                "plugin.json: name must be that of the folder"
            },
            {
                Good.Replace("Plug.dll", "../Plug.dll", StringComparison.Ordinal),
                "plugin.json: assembly must be the name of a .dll file in the plugin's folder"
            },
            {
                Good.Replace("Plug.dll", "..\\\\Plug.dll", StringComparison.Ordinal),
                "plugin.json: assembly must be the name of a .dll file in the plugin's folder"
            },
            {
                Good.Replace("Plug.dll", "plug.so", StringComparison.Ordinal),
                "plugin.json: assembly must be the name of a .dll file in the plugin's folder"
            },
            {
                Good.Replace("\"type\"", "\"hooks\": [\"No\"], \"type\"", StringComparison.Ordinal),
                "plugin.json: hooks must be names of 1 to 40 lower-case letters, digits and dashes"
            },
            {
                Good.Replace("\"type\"", "\"hooks\": [1], \"type\"", StringComparison.Ordinal),
                "plugin.json: hooks must be a list of texts"
            },
            {
                Good.Replace("\"type\"", "\"kind\": \"x\", \"type\"", StringComparison.Ordinal),
                "plugin.json has a field that is not one of name, version, contract, contractVersion, assembly, type, hooks"
            },
            {
                Good.Replace("\"1\"", "\"\\ud800\"", StringComparison.Ordinal),
                "plugin.json is not UTF-8 text"
            },
            {
                Good.Replace("\"version\"", "\"\\udc00\"", StringComparison.Ordinal),
                "plugin.json is not UTF-8 text"
            },
        };

    [Fact]
    public void Read_is_empty_without_a_folder() =>
        Assert.Empty(PluginCatalogue.Read(new PluginOptions { Folder = "nowhere" }).Plugins);

    [Fact]
    public void Read_goes_on_with_the_others_where_a_manifest_is_of_another_encoding()
    {
        using var shop = new PluginShop();
        shop.Manifest("good", Good);
        shop.Manifest("latin", "{}");
        File.WriteAllBytes(
            Path.Combine(shop.Folder, "latin", "plugin.json"),
            Encoding.Latin1.GetBytes("""{ "name": "latin", "contractVersion": "über" }""")
        );
        shop.Manifest(
            "marked",
            "\uFEFF" + Good.Replace("good", "marked", StringComparison.Ordinal)
        );

        var catalogue = shop.Read();

        Assert.Equal(["good", "marked"], catalogue.Plugins.Select(plugin => plugin.Name));
        Assert.Equal([new PluginFault("latin", "plugin.json is not UTF-8 text")], catalogue.Faults);
    }

    [Fact]
    public void Read_loads_nothing()
    {
        using var shop = new PluginShop();
        shop.Manifest("good", Good); // its assembly is not even there

        var catalogue = shop.Read();

        Assert.Equal(["good"], catalogue.Plugins.Select(plugin => plugin.Name));
        Assert.Empty(catalogue.Faults);
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Read_says_what_is_wrong_with_a_manifest(string json, string reason)
    {
        using var shop = new PluginShop();
        shop.Manifest("good", json);

        var catalogue = shop.Read();

        Assert.Empty(catalogue.Plugins);
        Assert.Equal([new PluginFault("good", reason)], catalogue.Faults);
    }

    [Theory]
    [InlineData("Good")]
    [InlineData("a.b")]
    [InlineData("1a")]
    public void Read_refuses_names_that_are_not_plain(string name)
    {
        using var shop = new PluginShop();
        shop.Manifest(name, Good);

        Assert.Equal(
            [
                new PluginFault(
                    $"({name.Length} characters)",
                    "its folder's name is not 1 to 40 lower-case letters, digits and dashes"
                ),
            ],
            shop.Read().Faults
        );
    }

    [Fact]
    public void Read_refuses_a_manifest_that_is_too_long()
    {
        using var shop = new PluginShop();
        shop.Manifest("good", new string(' ', 65_537));

        Assert.Equal(
            [new PluginFault("good", "plugin.json has 65537 bytes; at most 65536 are read")],
            shop.Read().Faults
        );
    }

    [Fact]
    public void Read_refuses_a_folder_that_the_service_can_write_to()
    {
        using var shop = new PluginShop();

        var exception = Assert.Throws<InvalidOperationException>(() =>
            PluginCatalogue.Read(new PluginOptions { Folder = shop.Folder })
        );

        Assert.Equal(
            "Common:Plugins:Folder can be written by the service itself. Take that right away, or allow it: Common:Plugins:AllowWritableFolder.",
            exception.Message
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(shop.Folder));
    }

    [Fact]
    public void Read_refuses_links()
    {
        using var shop = new PluginShop();
        using var other = new PluginShop();
        other.Add("good", "Hello");
        Directory.CreateSymbolicLink(
            Path.Combine(shop.Folder, "good"),
            Path.Combine(other.Folder, "good")
        );

        Assert.Equal([new PluginFault("good", "it is or holds a link")], shop.Read().Faults);
    }

    [Fact]
    public void Read_holds_plugins_to_their_pins()
    {
        using var shop = new PluginShop();
        shop.Add("good", "Hello");
        shop.Add("evil", "Hello");
        var pins = new Dictionary<string, string>
        {
            ["good"] = PluginFingerprint
                .Compute(Path.Combine(shop.Folder, "good"))
                .ToUpperInvariant(),
            ["evil"] = PluginFingerprint.Compute(Path.Combine(shop.Folder, "evil")),
            ["gone"] = "00",
        };
        File.WriteAllText(Path.Combine(shop.Folder, "evil", "Extra.dll"), "more");

        var catalogue = PluginCatalogue.Read(
            new PluginOptions
            {
                Folder = shop.Folder,
                AllowWritableFolder = true,
                Pins = pins,
            }
        );

        Assert.Equal(["good"], catalogue.Plugins.Select(plugin => plugin.Name));
        Assert.Equal(
            [
                new PluginFault("evil", "its fingerprint is not the pinned one"),
                new PluginFault("gone", "it is pinned, but not there"),
            ],
            catalogue.Faults
        );
    }
}
