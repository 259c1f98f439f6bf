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
);
