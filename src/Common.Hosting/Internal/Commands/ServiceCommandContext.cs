using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Common.Hosting.Internal.Commands;

/// <summary>What a command may use: the service as it would start, not started.</summary>
/// <param name="Arguments">What follows the command's name.</param>
/// <param name="Configuration">The configuration with all its sources.</param>
/// <param name="Application">The assembly of the service.</param>
/// <param name="ContentRoot">The folder that the service's files lie in.</param>
/// <param name="Output">Where answers go.</param>
/// <param name="Error">Where complaints go.</param>
internal sealed record ServiceCommandContext(
    IReadOnlyList<string> Arguments,
    IConfiguration Configuration,
    Assembly Application,
    string ContentRoot,
    TextWriter Output,
    TextWriter Error
)
{
    /// <summary>Takes a question that the service answers, with the exit code, when it is built and not yet started; null where none will be built.</summary>
    public Action<Func<IServiceProvider, int>>? WhenBuilt { get; init; }
}
