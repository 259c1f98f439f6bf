using Tour.Output;
using Tour.Stage;

namespace Tour.Scenes;

/// <summary>One scene: it plays with real processes and real requests, shows what happened, and says what was expected.</summary>
internal abstract class Scene
{
    /// <summary>What the scene is about.</summary>
    public abstract string Title { get; }

    /// <summary>One sentence: what to notice.</summary>
    public abstract string Notice { get; }

    /// <summary>Plays the scene.</summary>
    public abstract Task PlayAsync(
        Theatre theatre,
        Screen screen,
        Expectations expect,
        CancellationToken cancellationToken
    );
}
