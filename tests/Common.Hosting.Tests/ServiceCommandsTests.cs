using System.Reflection;
using Common.Hosting.Internal.Commands;
using Microsoft.Extensions.Configuration;

namespace Common.Hosting.Tests;

public sealed class ServiceCommandsTests
{
    private const string Usage = """
        Usage: orders common COMMAND ...
          echo       says it again

        """;

    [Fact]
    public void A_command_gets_what_follows_its_name()
    {
        Assert.Equal((7, "one two", ""), Run("echo", "one", "two"));
    }

    [Fact]
    public void No_command_is_a_wrong_call_that_lists_them()
    {
        Assert.Equal((64, Usage, ""), Run());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    public void Help_lists_the_commands(string argument)
    {
        Assert.Equal((0, Usage, ""), Run(argument));
    }

    [Fact]
    public void An_unknown_command_is_named_and_the_known_ones_are_listed()
    {
        Assert.Equal((64, "", "error: there is no command 'ecko'\n" + Usage), Run("ecko"));
    }

    [Fact]
    public void An_endless_command_is_not_repeated()
    {
        Assert.Equal(
            (64, "", "error: there is no command of 5000 characters\n" + Usage),
            Run(new string('x', 5_000))
        );
    }

    [Fact]
    public void Version_names_the_service_and_the_library()
    {
        var (output, _, context) = Context([]);

        Assert.Equal(0, new VersionCommand().Run(context));
        Assert.Matches(
            "^Common.Hosting.Tests [^ ]+\n[^ ]*Common.Hosting [^ ]+\n$",
            output.ToString()
        );
    }

    private static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        var (output, error, context) = Context(arguments);
        var exitCode = ServiceCommands.Run([new Echo()], "orders", context);
        return (exitCode, output.ToString(), error.ToString());
    }

    private static (StringWriter Output, StringWriter Error, ServiceCommandContext Context) Context(
        string[] arguments
    )
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        return (
            output,
            error,
            new ServiceCommandContext(
                arguments,
                new ConfigurationBuilder().Build(),
                Assembly.GetExecutingAssembly(),
                AppContext.BaseDirectory,
                output,
                error
            )
        );
    }

    private sealed class Echo : IServiceCommand
    {
        public string Name => "echo";

        public string Summary => "says it again";

        public int Run(ServiceCommandContext context)
        {
            context.Output.Write(string.Join(' ', context.Arguments));
            return 7;
        }
    }
}
