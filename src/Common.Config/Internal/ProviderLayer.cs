namespace Common.Config.Internal;

/// <summary>The keys and values of one provider.</summary>
internal sealed class ProviderLayer(
    IEnumerable<KeyValuePair<string, string?>> entries,
    Func<string, string> locate
) : ConfigLayer
{
    public override IEnumerable<KeyValuePair<string, string?>> Entries { get; } = entries;

    public override string Locate(string key) => locate(key);
}
