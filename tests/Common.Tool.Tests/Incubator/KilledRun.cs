using System.Globalization;
using System.Runtime.CompilerServices;
using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Files;

namespace Common.Tool.Tests.Incubator;

/// <summary>A process that dies at a chosen write: this test's own executable, started with two variables.</summary>
internal static class KilledRun
{
    public const string Folder = "COMMON_TESTS_KILL_FOLDER";
    public const string Step = "COMMON_TESTS_KILL_STEP";

    /// <summary>Runs before anything else of the assembly; without the variables it does nothing.</summary>
    [ModuleInitializer]
#pragma warning disable CA2255 // a module initializer in a library: this is an executable's own start
    public static void Run()
#pragma warning restore CA2255
    {
        if (
            Environment.GetEnvironmentVariable(Folder) is not { } folder
            || !int.TryParse(
                Environment.GetEnvironmentVariable(Step),
                CultureInfo.InvariantCulture,
                out var step
            )
        )
        {
            return;
        }

        var left = step;
        Change(
            folder,
            _ =>
            {
                if (left-- == 0)
                {
                    using var self = System.Diagnostics.Process.GetCurrentProcess();
                    self.Kill();
                    self.WaitForExit();
                }
            }
        );
        Environment.Exit(0);
    }

    /// <summary>Turns the old state of a folder into the new one.</summary>
    public static void Change(string folder, Action<string> beforeWrite)
    {
        var transaction = new Transaction(new ProjectFolder(folder), beforeWrite);
        transaction.Write("Incubator/Web/A.cs", "new a\n");
        transaction.Write("Incubator/Web/Deep/C.cs", "new c\n");
        transaction.Delete("Incubator/Web/B.cs");
        transaction.Write(LockFile.FileName, "new lock\n");
        transaction.Write(Intent.FileName, "new intent\n");
        transaction.Commit();
    }
}
