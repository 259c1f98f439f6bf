using Common.Tool.Incubator.Rewriting;
using Common.Tool.Incubator.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Tool.Tests.Incubator;

/// <summary>What holds for each module that the tool carries.</summary>
public sealed class CarriedModulesTests
{
    public static TheoryData<string> Names =>
        [.. IncubatorSource.Open(null).Modules.Select(module => module.Manifest.Name)];

    [Fact]
    public void Carried_modules_are_the_first_three() =>
        Assert.Equal(
            ["auth", "plugins", "web"],
            IncubatorSource.Open(null).Modules.Select(module => module.Manifest.Name)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_module_has_an_owner_and_an_exit_date_that_is_not_past(string name)
    {
        var manifest = IncubatorSource.Open(null).Get(name).Manifest;

        Assert.False(string.IsNullOrWhiteSpace(manifest.Owner));
        Assert.True(
            manifest.Graduated is not null
                || manifest.Exit
                    >= DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            $"{name} was to graduate or be dropped by {manifest.Exit:O}. Do either, or give it a new date with the reason in its README."
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_module_is_rewritten_without_a_trace_of_its_old_namespace(string name)
    {
        var source = IncubatorSource.Open(null);
        var rewriter = new SourceRewriter(source.Namespace, "Acme.Orders.Incubator", true);

        Assert.NotEmpty(source.Get(name).Files);
        Assert.All(
            source.Get(name).Files,
            file =>
            {
                var text = rewriter.Rewrite(file.Text, file.Path);
                Assert.DoesNotContain(
                    CSharpSyntaxTree
                        .ParseText(text, cancellationToken: TestContext.Current.CancellationToken)
                        .GetDiagnostics(TestContext.Current.CancellationToken),
                    diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                );
                Assert.False(NamespaceUse.IsIn(text, source.Namespace));
                Assert.Equal(text, rewriter.Rewrite(text, file.Path));
            }
        );
    }
}
