namespace Common.Config.Internal;

/// <summary>The keys and values of one source. Higher layers win.</summary>
/// <remarks>What the keys belong to is found once for each layer, by one thread at a time: a layer that a reload keeps is not looked at again.</remarks>
internal abstract class ConfigLayer
{
    private ConfigPlan? _plan;
    private KeyPlace[] _places = [];

    /// <summary>The keys and values in the order of the source. Not to be written to.</summary>
    public abstract KeyValuePair<string, string?>[] Entries { get; }

    /// <summary>What kind of source it is: <c>${…}</c> is for files, and secrets are not for command lines.</summary>
    public virtual LayerKind Kind => LayerKind.Other;

    /// <summary>Whether a value may have a reference in it to another key; never false where one has.</summary>
    public virtual bool MayRefer => Kind == LayerKind.File;

    /// <summary>Names the place of a key for people: <c>/app/appsettings.json:12</c>.</summary>
    public abstract string Locate(string key);

    /// <summary>Says of each entry what it belongs to.</summary>
    public KeyPlace[] PlacesIn(ConfigPlan plan)
    {
        if (!ReferenceEquals(_plan, plan))
        {
            _places = Find(Entries, plan);
            _plan = plan;
        }

        return _places;
    }

    private static KeyPlace[] Find(KeyValuePair<string, string?>[] entries, ConfigPlan plan)
    {
        var places = new KeyPlace[entries.Length];
        var expected = 0;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = plan.Place(entries[i].Key, expected);
            expected = places[i].Slot + 1;
        }

        return places;
    }

    /// <summary>Takes what was found while the keys were read.</summary>
    protected void TakePlaces(ConfigPlan plan, KeyPlace[] places)
    {
        _plan = plan;
        _places = places;
    }

    /// <summary>Takes over what another layer with the same keys in the same order has found.</summary>
    protected void TakePlacesOf(ConfigLayer other)
    {
        _plan = other._plan;
        _places = other._places;
    }
}
