using System.Diagnostics.CodeAnalysis;
using Common.Config.Binding;
using Common.Logging.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Config.Internal.Commands;

/// <summary>Asks a service that is built and not started for all that would stop its start.</summary>
internal static class StartProblems
{
    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "A validator that throws would stop the start too; that is what is asked for."
    )]
    public static IReadOnlyList<ConfigError> Find(IServiceProvider services)
    {
        var errors = new List<ConfigError>();
        try
        {
            var context = new BindContext();
            services.GetRequiredService<ConfigStore>().Current.FinishAll(context);
            errors.AddRange(context.Errors);
        }
        catch (ConfigException e)
        {
            errors.AddRange(e.Errors);
        }
        catch (Exception e)
        {
            errors.Add(Thrown(e));
        }

        foreach (var other in services.GetServices<IStartupValidator>())
        {
            try
            {
                if (other is not ConfigStartupValidator)
                {
                    other.Validate();
                }
            }
            catch (OptionsValidationException e)
            {
                errors.AddRange(
                    e.Failures.Select(failure => new ConfigError(
                        e.OptionsType.Name,
                        null,
                        null,
                        "is wrong: " + SecretMask.Apply(failure.TrimEnd('.'))
                    ))
                );
            }
            catch (Exception e)
            {
                errors.Add(Thrown(e));
            }
        }

        return errors;
    }

    private static ConfigError Thrown(Exception exception) =>
        new(
            "A validator of the service",
            null,
            null,
            $"threw {exception.GetType().Name}: {SecretMask.Apply(exception.Message.TrimEnd('.'))}"
        );
}
