using Microsoft.Extensions.Configuration;

namespace Common.Logging.Tests.Child;

/// <summary>A source whose values cannot be read.</summary>
internal sealed class UnreadableSource : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override bool TryGet(string key, out string? value) =>
        throw new InvalidOperationException("The source did not load.");
}
