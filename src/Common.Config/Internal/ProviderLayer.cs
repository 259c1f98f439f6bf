namespace Common.Config.Internal;

/// <summary>The keys and values of one provider.</summary>
internal sealed class ProviderLayer(
    KeyValuePair<string, string?>[] entries,
    Func<string, string> locate,
    LayerKind kind
) : ConfigLayer
{
    public override KeyValuePair<string, string?>[] Entries => entries;

    public override LayerKind Kind => kind;

    public override string Locate(string key) => locate(key);
}
