namespace Common.Config.Internal;

/// <summary>The keys and values of one provider.</summary>
internal sealed class ProviderLayer(
    IEnumerable<KeyValuePair<string, string?>> entries,
    Func<string, string> locate,
    LayerKind kind
) : ConfigLayer
{
    public override IEnumerable<KeyValuePair<string, string?>> Entries { get; } = entries;

    public override LayerKind Kind => kind;

    public override string Locate(string key) => locate(key);
}
