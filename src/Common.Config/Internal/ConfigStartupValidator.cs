using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Config.Internal;

/// <summary>Checks every section before the host starts, and then asks the validators that were there before.</summary>
internal sealed class ConfigStartupValidator(ConfigStore store, IServiceProvider services)
    : IStartupValidator
{
    public void Validate()
    {
        store.Start();
        foreach (var other in services.GetServices<IStartupValidator>())
        {
            if (other is not ConfigStartupValidator)
            {
                other.Validate();
            }
        }
    }
}
