namespace Common.Packages.Tests;

/// <summary>The sources of the services that the tests write: what each declares, and a job that uses it.</summary>
internal static class Greeter
{
    /// <summary>The platform's own host, which a console job references beside us.</summary>
    public const string Host =
        """<PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.14" />""";

    /// <summary>Reads the machine's clock, which a rule reports once a consumer enforces the rules.</summary>
    public const string ReadsTheMachinesClock = """
        internal static class Wrong
        {
            public static System.DateTime Now => System.DateTime.UtcNow;
        }
        """;

    /// <summary>An option and an event.</summary>
    public static string Declarations(
        string @namespace,
        string section,
        int eventId,
        string eventName
    ) =>
        $$"""
            using Common.Abstractions;
            using Microsoft.Extensions.Logging;

            namespace {{@namespace}};

            /// <summary>Whom to greet.</summary>
            [ConfigSection("{{section}}")]
            public sealed partial class {{section}}Options
            {
                /// <summary>The name that the greeting begins with.</summary>
                public string Name { get; init; } = "world";
            }

            internal static partial class {{section}}Events
            {
                [LogEvent({{eventId}}, "{{eventName}}", EventKind.Completed, "Greeting sent")]
                public static partial void {{section}}Sent(this ILogger logger, string name);
            }
            """;

    /// <summary>A job: starts, greets whom the configuration names, stops.</summary>
    public static string Job(
        string addCommon = """builder.AddCommon("greeter");""",
        string usings = ""
    ) =>
        $"""
            using Greeter;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            using Microsoft.Extensions.Logging;
            using Microsoft.Extensions.Options;
            {usings}

            var builder = Host.CreateApplicationBuilder(args);
            {addCommon}
            using var host = builder.Build();
            await host.StartAsync();
            var options = host.Services.GetRequiredService<IOptions<GreetingOptions>>().Value;
            host.Services.GetRequiredService<ILogger<GreetingOptions>>().GreetingSent(options.Name);
            await host.StopAsync();
            """;
}
