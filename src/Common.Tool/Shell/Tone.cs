namespace Common.Tool.Shell;

/// <summary>Says what a piece of output means, so that a terminal can colour it.</summary>
internal enum Tone
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Wrong.</summary>
    Bad,

    /// <summary>A detail in the background.</summary>
    Faint,

    /// <summary>A heading.</summary>
    Strong,
}
