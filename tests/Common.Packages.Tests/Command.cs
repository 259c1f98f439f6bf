using System.Diagnostics;

namespace Common.Packages.Tests;

/// <summary>Runs a program to its end, or kills it with all it started.</summary>
internal static class Command
{
    // Generous: the machine may be building everything else at the same time.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    /// <summary>Runs the SDK's <c>dotnet</c>.</summary>
    public static Task<CommandResult> DotNetAsync(
        string folder,
        params IReadOnlyList<string> arguments
    ) => RunAsync("dotnet", folder, arguments);

    /// <summary>Runs the SDK's <c>dotnet</c> with a home of its own, where it remembers which tools it restored.</summary>
    public static Task<CommandResult> DotNetAtHomeAsync(
        string home,
        string folder,
        params IReadOnlyList<string> arguments
    ) => RunAsync("dotnet", folder, arguments, ("DOTNET_CLI_HOME", home));

    /// <summary>Runs any program.</summary>
    public static async Task<CommandResult> RunAsync(
        string program,
        string folder,
        IReadOnlyList<string> arguments,
        params (string Name, string Value)[] variables
    )
    {
        using var process = Start(program, folder, arguments, variables);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var limit = new CancellationTokenSource(Limit);
        var command = $"{program} {string.Join(' ', arguments)} (in {folder})";
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new(command, process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"{command} took more than {Limit}.", exception);
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>Starts a program whose output is to be read. The caller ends it.</summary>
    public static Process Start(
        string program,
        string folder,
        IReadOnlyList<string> arguments,
        params (string Name, string Value)[] variables
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the surrounding `dotnet test` set for its own build must not reach another build.
        foreach (var name in start.Environment.Keys.Where(IsOfTheSurroundingBuild).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)
            ?? throw new InvalidOperationException($"{program} did not start.");
    }

    /// <summary>Ends the process and all that it started, if it still runs.</summary>
    public static void Kill(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
    }

    private static bool IsOfTheSurroundingBuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("TESTINGPLATFORM_", StringComparison.OrdinalIgnoreCase)
        || name
            is "CI"
                or "NUGET_PACKAGES"
                or "ASPNETCORE_URLS"
                or "ASPNETCORE_ENVIRONMENT"
                or "DOTNET_ENVIRONMENT";
}
