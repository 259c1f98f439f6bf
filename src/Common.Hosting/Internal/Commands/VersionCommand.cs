namespace Common.Hosting.Internal.Commands;

/// <summary><c>./orders common version</c>: the versions of the service and of Common.</summary>
internal sealed class VersionCommand : IServiceCommand
{
    public string Name => "version";

    public string Summary => "the versions of the service and of the library";

    public int Run(ServiceCommandContext context)
    {
        var application = context.Application;
        var library = typeof(VersionCommand).Assembly;
        context.Output.WriteLine($"{application.GetName().Name} {AssemblyVersion.Of(application)}");
        context.Output.WriteLine($"{library.GetName().Name} {AssemblyVersion.Of(library)}");
        return 0;
    }
}
