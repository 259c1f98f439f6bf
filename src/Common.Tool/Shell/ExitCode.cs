namespace Common.Tool.Shell;

/// <summary>Says how a run ended. The numbers are covered by the life-cycle policy like an API.</summary>
internal enum ExitCode
{
    /// <summary>All is well.</summary>
    Success = 0,

    /// <summary>Something differs from what it should be: an edited copy, a copy that is behind, a finding.</summary>
    Drift = 1,

    /// <summary>Conflicts are waiting to be resolved.</summary>
    Conflicts = 2,

    /// <summary>The command line or a configuration file is wrong.</summary>
    Usage = 3,

    /// <summary>The run was refused for safety or integrity.</summary>
    Refused = 4,

    /// <summary>What the command reads from is not there.</summary>
    SourceUnavailable = 5,

    /// <summary>Another run is at work on the same project.</summary>
    Busy = 6,

    /// <summary>A defect of the tool.</summary>
    Defect = 70,

    /// <summary>The user stopped the run.</summary>
    Interrupted = 130,
}
