namespace Common.Config.Internal;

/// <summary>The keys and values of one source. Higher layers win.</summary>
internal abstract class ConfigLayer
{
    public abstract IEnumerable<KeyValuePair<string, string?>> Entries { get; }

    /// <summary>What kind of source it is: <c>${…}</c> is for files, and secrets are not for command lines.</summary>
    public virtual LayerKind Kind => LayerKind.Other;

    /// <summary>Names the place of a key for people: <c>/app/appsettings.json:12</c>.</summary>
    public abstract string Locate(string key);
}
