using Common.Tool.Shell;

namespace Common.Tool.Tests;

/// <summary>One run of the tool in this process: its exit code and what it wrote.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static async Task<ToolRun> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await ToolHost.RunAsync(args, output, error);
        return new ToolRun(code, Clean(output), Clean(error));
    }

    private static string Clean(StringWriter writer) =>
        writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n');
}
