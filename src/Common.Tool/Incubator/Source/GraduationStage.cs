namespace Common.Tool.Incubator.Source;

/// <summary>Says how far a graduated module's copies are on their way out.</summary>
internal enum GraduationStage
{
    /// <summary>Release N: the package is there, no new copies are made.</summary>
    Graduated,

    /// <summary>Release N+1: copies still get fixes, for the last time.</summary>
    LastFixes,

    /// <summary>Release N+2 and later: copies get nothing any more.</summary>
    Ended,
}
