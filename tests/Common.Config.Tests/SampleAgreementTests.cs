using System.Text.Json;
using Common.Config.Catalogue;
using FsCheck;
using FsCheck.Fluent;

namespace Common.Config.Tests;

/// <summary>Whatever is declared, what <c>sample</c> writes, <c>check</c> and the schema accept.</summary>
public sealed class SampleAgreementTests : IDisposable
{
    private static readonly JsonDocumentOptions Commented = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sample")]
    [InlineData("sample", "--minimal")]
    public void What_sample_writes_check_and_schema_accept(params string[] command) =>
        Prop.ForAll<int>(seed =>
            {
                var catalogue = new RandomCatalogue(seed).Make();
                var sample = Run(catalogue, command).Output;
                var file = _folder.Write("sample.json", sample).File("sample.json");

                var (code, output) = Run(catalogue, "check", file);

                Assert.True(code == 0, $"{output}\n{sample}");
                using var schema = JsonDocument.Parse(Run(catalogue, "schema").Output);
                using var json = JsonDocument.Parse(sample, Commented);
                Assert.True(
                    JsonSchema.Accepts(schema.RootElement, json.RootElement),
                    $"{schema.RootElement}\n{sample}"
                );
            })
            .QuickCheckThrowOnFailure();

    private static (int Code, string Output) Run(ConfigCatalogue catalogue, params string[] command)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = ConfigCommands.Run(command, catalogue, output, TextWriter.Null);
        return (code, output.ToString());
    }
}
