namespace Common.Tool.Tests.Deprecations;

/// <summary>Suppressed uses are reported like others, with what suppresses them.</summary>
public sealed class SuppressionTests
{
    [Theory]
    [InlineData("#pragma warning disable LIBD001\n", "", "#pragma warning disable LIBD001")]
    [InlineData("#pragma warning disable\n", "", "#pragma warning disable LIBD001")]
    [InlineData("#pragma warning disable CMN1001 // why\n", "", "#pragma warning disable CMN1001")]
    [InlineData("#pragma warning disable LIBD001\n#pragma warning restore LIBD001\n", "", null)]
    [InlineData("#pragma warning disable LIBD002\n", "", null)]
    [InlineData(
        "",
        "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Common.Lifecycle\", \"CMN1001\")]",
        "[SuppressMessage]"
    )]
    public async Task In_code(string directive, string attribute, string? expected)
    {
        using var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code(
            directive
                + "static class C { "
                + attribute
                + " static int A() => Lib.Stock.Old(\"a\"); }"
        );

        await IsAsync(scene, expected);
    }

    [Theory]
    [InlineData(
        "<Project><PropertyGroup><NoWarn>$(NoWarn);LIBD001</NoWarn></PropertyGroup></Project>",
        "NoWarn of LIBD001 in Shop.csproj"
    )]
    [InlineData("<Project><PropertyGroup><NoWarn>0618</NoWarn></PropertyGroup></Project>", null)]
    public async Task In_the_project(string project, string? expected)
    {
        using var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code("static class C { static int A() => Lib.Stock.Old(\"a\"); }");
        scene.Code(project, "Shop.csproj");

        await IsAsync(scene, expected);
    }

    [Fact]
    public async Task In_a_file_that_all_projects_share()
    {
        using var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code("static class C { static int A() => Lib.Stock.Old(\"a\"); }");
        scene.Write(
            "Directory.Build.props",
            "<Project><PropertyGroup><NoWarn>CS1591;libd001</NoWarn></PropertyGroup></Project>"
        );

        await IsAsync(scene, "NoWarn of LIBD001 in Directory.Build.props");
    }

    [Fact]
    public async Task In_the_editor_configuration()
    {
        using var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code("static class C { static int A() => Lib.Stock.Old(\"a\"); }");
        scene.Write(
            "services/.editorconfig",
            "root = true\n[*.cs]\ndotnet_diagnostic.LIBD001.severity = none\n"
        );

        await IsAsync(scene, "severity of LIBD001 in the editor configuration");
    }

    private static async Task IsAsync(ConsumerScene scene, string? expected)
    {
        var run = await scene.ReportAsync();

        Assert.Contains("Shop/Code.cs(", run.Output, StringComparison.Ordinal);
        if (expected is null)
        {
            Assert.Contains("; 0 suppressed", run.Output, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains($"  suppressed by {expected}\n", run.Output, StringComparison.Ordinal);
            Assert.Contains("; 1 suppressed", run.Output, StringComparison.Ordinal);
        }
    }
}
