namespace Common.Hosting.Internal;

/// <summary>The exit codes of a service: those of sysexits.h of BSD, which init systems and operators know.</summary>
internal static class ExitCodes
{
    /// <summary>EX_USAGE: a command of the executable was called in a wrong way.</summary>
    public const int Usage = 64;

    /// <summary>EX_SOFTWARE: the service could not start, or an exception was caught by nobody.</summary>
    public const int Software = 70;

    /// <summary>EX_CONFIG: the configuration is wrong.</summary>
    public const int Configuration = 78;
}
