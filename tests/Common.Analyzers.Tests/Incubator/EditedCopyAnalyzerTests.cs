using Common.Analyzers.Incubator;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Tests.Incubator;

/// <summary>Tests of CMN7001.</summary>
public sealed class EditedCopyAnalyzerTests
{
    private const string Message =
        "'Incubator/Greet/Greeter.cs' was edited since it was copied from the module 'greet'; bring the edit upstream, or record that it is wanted: common incubator accept";

    [Fact]
    public Task A_copy_as_it_was_is_not_reported() =>
        Copies.Of<EditedCopyAnalyzer>().ReportsAsync();

    [Fact]
    public Task Line_endings_do_not_count() =>
        Copies
            .Of<EditedCopyAnalyzer>()
            .WithSource(Copies.Copy.ReplaceLineEndings("\r\n").TrimEnd(), Copies.CopyPath)
            .ReportsAsync();

    [Fact]
    public Task An_edited_copy_is_reported() =>
        Copies
            .Of<EditedCopyAnalyzer>()
            .WithSource("[||]" + Copies.Copy + "// mine\n", Copies.CopyPath)
            .ReportsAsync(Message);

    [Fact]
    public Task An_edited_copy_is_reported_in_a_folder_of_generated_code() =>
        Copies
            .Of<EditedCopyAnalyzer>()
            .WithEditorConfig("generated_code = true")
            .WithSource("[||]" + Copies.Copy + "// mine\n", Copies.CopyPath)
            .ReportsAsync(Message);

    [Fact]
    public Task An_accepted_edit_is_not_reported() =>
        Copies
            .Of<EditedCopyAnalyzer>()
            .WithSource(Copies.Copy + "// mine\n", Copies.CopyPath)
            .WithAdditionalFile(
                "common.lock.json",
                Copies
                    .Lock()
                    .Replace(
                        "\"upstream\": \"00\" }\n      }",
                        $"\"upstream\": \"00\", \"accepted\": \"{Copies.Hash(Copies.Copy + "// mine\n")}\", \"reason\": \"x\" }}\n      }}",
                        StringComparison.Ordinal
                    )
            )
            .ReportsAsync();

    [Theory]
    [InlineData("true", DiagnosticSeverity.Warning)]
    [InlineData("", DiagnosticSeverity.Info)]
    public async Task An_edited_copy_is_a_warning_in_continuous_integration(
        string value,
        DiagnosticSeverity severity
    )
    {
        var diagnostics = await Copies
            .Of<EditedCopyAnalyzer>()
            .WithSource(Copies.Copy + "// mine\n", Copies.CopyPath)
            .WithBuildProperty("ContinuousIntegrationBuild", value)
            .DiagnosticsAsync();

        Assert.Equal(severity, Assert.Single(diagnostics).Severity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{ \"modules\": 1 }")]
    [InlineData("{ \"modules\": { \"greet\": \"\\u00\" } }")]
    public Task An_ill_formed_lock_file_is_left_to_the_tool(string text) =>
        Copies
            .Of<EditedCopyAnalyzer>()
            .WithSource("// mine", Copies.CopyPath)
            .WithAdditionalFile("common.lock.json", text)
            .ReportsAsync();
}
