using Common.Tool.Incubator.Files;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Consumer;

/// <summary>Keeps two runs from working on one project at once.</summary>
internal static class ProjectLock
{
    private const string FileName = ".common/lock";

    private const int ReadOnlyFileSystem = 30; // EROFS of Linux and macOS

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the project.</summary>
    /// <param name="folder">The project, which has a folder <c>.common</c>.</param>
    /// <param name="wait">How long to wait for another run.</param>
    /// <param name="time">Measures the wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ToolException">Another run did not end in time.</exception>
    /// <returns>The right to work, or <see langword="null"/> where nobody can write, so that nobody can interfere.</returns>
    public static async Task<IDisposable?> AcquireAsync(
        ProjectFolder folder,
        TimeSpan wait,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        folder.RefuseLinks(FileName);
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(
                    folder.Full(FileName),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
            }
            catch (UnauthorizedAccessException)
            {
                return null;
            }
            catch (IOException exception)
            {
                if (!OperatingSystem.IsWindows() && exception.HResult == ReadOnlyFileSystem)
                {
                    return null;
                }

                if (time.GetElapsedTime(start) >= wait)
                {
                    throw new ToolException(
                        ExitCode.Busy,
                        "Another run of common is at work on this project. Wait for it, then try again.",
                        exception
                    );
                }
            }

            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
