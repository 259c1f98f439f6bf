using Common.Analyzers.Config;
using Common.Analyzers.Errors;
using Common.Analyzers.Incubator;
using Common.Analyzers.Logging;
using Common.Analyzers.Tests.Errors;

namespace Common.Analyzers.Tests.Incubator;

/// <summary>A copy is marked as generated code, which keeps others' analyzers out of it. Ours still look.</summary>
public sealed class CopiedDeclarationsTests
{
    private const string Mark = "generated_code = true";

    [Fact]
    public Task A_wrong_event_in_a_copy_is_reported() =>
        RoslynTest
            .Analyzer<LogEventAnalyzer>()
            .WithGenerator<LogEventGenerator>()
            .WithEditorConfig(Mark)
            .WithSource(
                """
                using Common.Abstractions;
                using Microsoft.Extensions.Logging;

                static partial class Events
                {
                    [LogEvent({|CMN3013:0|}, "a.b", EventKind.Completed, "Done")]
                    static partial void Done(ILogger logger);
                }
                """
            )
            .ReportsAsync("Event ID 0 is below 1");

    [Fact]
    public Task A_wrong_error_in_a_copy_is_reported() =>
        RoslynTest
            .Analyzer<ErrorAnalyzer>()
            .WithExceptions()
            .WithGenerator<ErrorGenerator>()
            .WithEditorConfig(Mark)
            .WithSource(
                """
                using Common.Abstractions;
                using Common.Exceptions;

                static partial class Errors
                {
                    [Error("a.b", {|CMN6015:(ErrorKind)17|}, "None.")]
                    public static partial ServiceException Gone();
                }
                """
            )
            .ReportsAsync("17 is not a declared ErrorKind");

    [Fact]
    public Task A_wrong_option_in_a_copy_is_reported() =>
        RoslynTest
            .Analyzer<ConfigSectionAnalyzer>()
            .WithEditorConfig(Mark)
            .WithSource(
                """
                using System.ComponentModel.DataAnnotations;
                using Common.Abstractions;

                [ConfigSection("Orders")]
                public sealed partial class Options
                {
                    [{|CMN2005:Url|}]
                    public int B { get; init; }
                }
                """
            )
            .ReportsAsync(
                "[Url] does not fit the option 'B': it is for texts and addresses, not for int"
            );

    [Fact]
    public Task A_file_that_is_not_of_the_copy_is_reported() =>
        Copies
            .Of<IncompleteCopyAnalyzer>()
            .WithEditorConfig(Mark)
            .WithSource("[||]class Mine;", "/project/Incubator/Greet/Mine.cs")
            .ReportsAsync(
                "'Mine.cs' is in the folder of the copied module 'greet', but not of it; move it elsewhere"
            );

    [Fact]
    public Task An_edited_file_is_reported() =>
        RoslynTest
            .Analyzer<EditedCopyAnalyzer>()
            .WithEditorConfig(Mark)
            .WithSource("[||]" + Copies.Copy + "// edited\n", Copies.CopyPath)
            .WithAdditionalFile("common.lock.json", Copies.Lock())
            .ReportsAsync(
                "'Incubator/Greet/Greeter.cs' was edited since it was copied from the module 'greet'; bring the edit upstream, or record that it is wanted: common incubator accept"
            );
}
