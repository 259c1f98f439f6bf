namespace Common.Config.Internal;

/// <summary>The keys and values of one source. Higher layers win.</summary>
internal abstract class ConfigLayer
{
    public abstract IEnumerable<KeyValuePair<string, string?>> Entries { get; }

    /// <summary>Names the place of a key for people: <c>/app/appsettings.json:12</c>.</summary>
    public abstract string Locate(string key);
}
