using System.Diagnostics.CodeAnalysis;
using Common.Config.Binding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Config.Internal;

/// <summary>Runs what a service registered on the platform's interfaces for one class of options, in the platform's order.</summary>
internal static class OptionsPipeline<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T
>
    where T : class
{
    public static T Run(
        T options,
        string name,
        IServiceProvider services,
        BindContext context,
        string path
    )
    {
        foreach (var configure in services.GetServices<IConfigureOptions<T>>())
        {
            if (configure is IConfigureNamedOptions<T> named)
            {
                named.Configure(name, options);
            }
            else if (name.Length == 0)
            {
                configure.Configure(options);
            }
        }

        foreach (var configure in services.GetServices<IPostConfigureOptions<T>>())
        {
            configure.PostConfigure(name, options);
        }

        foreach (var validator in services.GetServices<IValidateOptions<T>>())
        {
            var result = validator.Validate(name, options);
            foreach (var failure in result.Failed ? result.Failures ?? [] : [])
            {
                context.Fail(path, failure.TrimEnd('.'));
            }
        }

        return options;
    }
}
