namespace Common.Packages.Tests;

/// <summary>A project that knows of this repository only what a feed holds.</summary>
internal sealed class Consumer
{
    private readonly string _project;

    private Consumer(Feed feed, string name)
    {
        Feed = feed;
        Folder = Path.Combine(
            Directory
                .CreateDirectory(Path.Combine(feed.Consumers, Path.GetRandomFileName()))
                .FullName,
            name
        );
        Directory.CreateDirectory(Folder);
        _project = Path.Combine(Folder, $"{name}.csproj");
    }

    /// <summary>Where the packages come from.</summary>
    public Feed Feed { get; }

    /// <summary>The project's folder.</summary>
    public string Folder { get; }

    /// <summary>Makes a project.</summary>
    /// <param name="feed">Where the packages come from.</param>
    /// <param name="name">The project's name.</param>
    /// <param name="sdk">Its SDK.</param>
    /// <param name="references">Projects of this repository to reference by their packages, and other lines of XML.</param>
    /// <param name="properties">More properties, as XML.</param>
    public static Consumer Create(
        Feed feed,
        string name,
        string sdk,
        IReadOnlyList<string> references,
        string properties = "<OutputType>Exe</OutputType>"
    )
    {
        var consumer = new Consumer(feed, name);
        var items = references.Select(r =>
            r.StartsWith('<')
                ? r
                : $"""<PackageReference Include="{feed.Prefix}{r}" Version="{feed.Version}" />"""
        );
        File.WriteAllText(
            consumer._project,
            $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {string.Join(Environment.NewLine, items)}
              </ItemGroup>
            </Project>
            """
        );
        return consumer;
    }

    /// <summary>Writes a file of the project.</summary>
    public Consumer With(string file, string content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    /// <summary>Restores and builds.</summary>
    /// <param name="arguments">More arguments of <c>dotnet build</c>.</param>
    public Task<CommandResult> BuildAsync(params IReadOnlyList<string> arguments) =>
        Command.DotNetAsync(
            Folder,
            ["build", _project, "-nodeReuse:false", "-verbosity:quiet", .. arguments]
        );

    /// <summary>Runs what was built.</summary>
    public Task<CommandResult> RunAsync(params IReadOnlyList<string> arguments) =>
        Command.DotNetAsync(Folder, [Assembly, .. arguments]);

    /// <summary>The built assembly.</summary>
    public string Assembly => Output(Path.ChangeExtension(Path.GetFileName(_project), ".dll"));

    /// <summary>A file beside the built assembly.</summary>
    public string Output(string file) => Path.Combine(Folder, "bin", "Debug", "net10.0", file);
}
