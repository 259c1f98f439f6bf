using System.Text.Json;
using Common.Config.Catalogue;
using FsCheck;
using FsCheck.Fluent;

namespace Common.Config.Tests;

/// <summary>Whatever an editor says by the schema, the binder says too: for booleans, numbers, enumerations, texts and what is required.</summary>
public sealed class SchemaAgreementTests : IDisposable
{
    private static readonly ConfigCatalogue Catalogue = ConfigCatalogue.Of(
        typeof(SchemaAgreementTests).Assembly
    );

    private readonly ConfigFolder _folder = new();
    private readonly JsonDocument _schema = JsonDocument.Parse(Run("schema").Output);

    public void Dispose()
    {
        _schema.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Schema_and_binder_agree_on_canonical_spellings()
    {
        var accepted = 0;
        Prop.ForAll<int>(seed =>
            {
                for (var i = 0; i < 8; i++)
                {
                    var text = new RandomKinds((seed * 31) + i).Write();
                    using var json = JsonDocument.Parse(text);
                    var file = _folder.Write("a.json", text).File("a.json");
                    var (code, output) = Run("check", file);
                    var isValid = JsonSchema.Accepts(_schema.RootElement, json.RootElement);
                    Assert.True(
                        isValid == (code == 0),
                        $"The schema says {isValid} of {text}; the binder: {output}"
                    );
                    accepted += isValid ? 1 : 0;
                }
            })
            .QuickCheckThrowOnFailure();

        Assert.InRange(accepted, 10, 790); // both answers were given often
    }

    [Theory]
    [InlineData("sample")]
    [InlineData("sample", "--minimal")]
    public void The_schema_accepts_what_sample_writes(params string[] command)
    {
        using var json = JsonDocument.Parse(
            Run(command).Output,
            new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            }
        );

        Assert.True(JsonSchema.Accepts(_schema.RootElement, json.RootElement));
    }

    private static (int Code, string Output) Run(params string[] command)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = ConfigCommands.Run(command, Catalogue, output, TextWriter.Null);
        return (code, output.ToString());
    }
}
