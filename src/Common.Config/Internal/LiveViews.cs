namespace Common.Config.Internal;

/// <summary>The present picture of all options, and those who keep a section of it at hand, so that reading an option is reading one field.</summary>
/// <remarks>
/// All sections change at one instant although each is kept in a field of its own: first every field is emptied, then the picture is
/// replaced, then the fields are filled. Who meets an empty field asks for the picture. So nobody who has seen a new section sees an
/// old one after it.
/// </remarks>
internal sealed class LiveViews
{
    private readonly Lock _lock = new();
    private readonly List<ILive> _kept = [];
    private volatile ConfigSnapshot? _snapshot;

    /// <summary>The options as they are now; null before they were first read.</summary>
    public ConfigSnapshot? Snapshot => _snapshot;

    /// <summary>Replaces the picture.</summary>
    public void Change(ConfigSnapshot snapshot)
    {
        lock (_lock)
        {
            foreach (var view in _kept)
            {
                view.Show(null);
            }

            _snapshot = snapshot;
            foreach (var view in _kept)
            {
                view.Show(snapshot);
            }
        }
    }

    /// <summary>Fills a field now and at every change.</summary>
    public void Keep(ILive view)
    {
        lock (_lock)
        {
            if (!_kept.Contains(view))
            {
                _kept.Add(view);
            }

            view.Show(_snapshot);
        }
    }
}
