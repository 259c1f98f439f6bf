namespace Common.Hosting.Internal.Commands;

/// <summary>A question that the service's own executable answers without starting: <c>./orders common NAME …</c>.</summary>
internal interface IServiceCommand
{
    /// <summary>The word after <c>common</c>.</summary>
    string Name { get; }

    /// <summary>What it answers, in half a sentence.</summary>
    string Summary { get; }

    /// <summary>Answers.</summary>
    /// <returns>The exit code of the process.</returns>
    int Run(ServiceCommandContext context);
}
