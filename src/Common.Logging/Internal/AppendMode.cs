using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Common.Logging.Internal;

/// <summary>Has the system itself put what is written at the end of a file, so that two processes do not overwrite each other's records.</summary>
internal static partial class AppendMode
{
    private const int GetFlags = 3; // F_GETFL
    private const int SetFlags = 4; // F_SETFL
    private const int Append = 0x400; // O_APPEND

    /// <summary>Sets it where the platform has no way to ask for it: on Linux, where it goes for writes at an offset too.</summary>
    /// <returns>Whether that is so.</returns>
    public static bool TrySet(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        var flags = NativeControl(file, GetFlags, 0);
        return flags >= 0 && NativeControl(file, SetFlags, flags | Append) == 0;
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NativeControl(SafeFileHandle file, int command, int argument);
}
