using System;
using System.Linq;
using System.Runtime.Loader;
using System.Threading;
using System.Threading.Tasks;
using Common.Abstractions;
using Common.Exceptions;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Common.Incubator.Plugins.Tests;

public sealed class PluginHostTests
{
    private static readonly PluginContract<IGreeter> Contract = new("greetings", 1, 2);

    [Fact]
    public void Driver_gives_the_plugin_of_a_name_once()
    {
        using var shop = new PluginShop();
        shop.Add("polite", "Good day");
        using var host = Host(shop);

        var plugin = host.Driver(Contract, "polite");

        Assert.Equal("Good day Ann", plugin.Instance.Greet("Ann"));
        Assert.Equal("2.0.0", plugin.Manifest.Version);
        Assert.Same(plugin.Instance, host.Driver(Contract, "polite").Instance);
    }

    [Fact]
    public void Driver_isolates_plugins_whose_assemblies_have_one_name()
    {
        using var shop = new PluginShop();
        shop.Add("polite", "Good day");
        shop.Add("rude", "Hey");
        using var host = Host(shop);

        var polite = host.Driver(Contract, "polite").Instance;
        var rude = host.Driver(Contract, "rude").Instance;

        Assert.Equal(("Good day Ann", "Hey Ann"), (polite.Greet("Ann"), rude.Greet("Ann")));
        Assert.NotSame(
            AssemblyLoadContext.GetLoadContext(polite.GetType().Assembly),
            AssemblyLoadContext.GetLoadContext(rude.GetType().Assembly)
        );
    }

    [Theory]
    [InlineData(
        "greetings",
        "1.3",
        true,
        "It was made for greetings 1.3; the service offers greetings 1.2."
    )]
    [InlineData(
        "greetings",
        "2.0",
        true,
        "It was made for greetings 2.0; the service offers greetings 1.2."
    )]
    [InlineData(
        "payments",
        "1.0",
        true,
        "It was made for payments 1.0; the service offers greetings 1.2."
    )]
    [InlineData(
        "greetings",
        "1.0",
        false,
        "Plug.Greeter does not implement Common.Incubator.Plugins.Tests.IGreeter."
    )]
    public void Driver_refuses_a_plugin_that_does_not_fit(
        string contract,
        string version,
        bool implements,
        string reason
    )
    {
        using var shop = new PluginShop();
        shop.Add("odd", "Hi", contract, version, implements: implements);
        using var host = Host(shop);

        var exception = Assert.Throws<ServiceException>(() => host.Driver(Contract, "odd"));

        Assert.Equal((ErrorKind.Internal, "plugin.unusable"), (exception.Kind, exception.Code));
        // The contract's own namespace is rewritten in a copy, and the message with it.
        Assert.EndsWith(
            reason.Replace(
                "Common.Incubator.Plugins.Tests",
                typeof(IGreeter).Namespace,
                StringComparison.Ordinal
            ),
            exception.InnerException!.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("odd", exception.PublicMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("../polite")]
    public void Driver_refuses_a_plugin_that_is_not_there(string name)
    {
        using var shop = new PluginShop();
        shop.Add("polite", "Good day");
        using var host = Host(shop);

        var exception = Assert.Throws<ServiceException>(() => host.Driver(Contract, name));

        Assert.Equal("No such plugin can be used.", exception.InnerException!.Message);
    }

    [Fact]
    public void Hooks_calls_those_that_listen_and_contains_the_failure_of_one()
    {
        using var shop = new PluginShop();
        shop.Add("a", "Hello", hooks: "\"arrival\"");
        shop.Add("b", "", hooks: "\"arrival\"");
        shop.Add("c", "Welcome", hooks: "\"arrival\", \"leave\"");
        shop.Add("d", "Bye", hooks: "\"leave\"");
        using var host = Host(shop);

        var answers = host.Hooks(Contract, "arrival").Call(greeter => greeter.Greet("Ann"));

        Assert.Equal(["a", "b", "c"], answers.Select(answer => answer.Plugin));
        Assert.Equal(
            ["Hello Ann", "Welcome Ann"],
            answers.Where(answer => answer.IsAnswer).Select(answer => answer.Value)
        );
        Assert.IsType<NotSupportedException>(answers[1].Failure);
        var exception = Assert.Throws<InvalidOperationException>(() => answers[1].Value);
        Assert.Equal("The plugin 'b' gave no answer.", exception.Message);
    }

    [Fact]
    public void Call_ends_with_an_answer_that_aborts()
    {
        using var shop = new PluginShop();
        shop.Add("a", "Hello");
        shop.Add("b", "Stop");
        shop.Add("c", "Welcome");
        using var host = Host(shop);

        var answers = host.Named(Contract, ["a", "b", "c"])
            .Call(
                greeter => greeter.Greet("Ann"),
                abort: answer => answer.StartsWith("Stop", StringComparison.Ordinal)
            );

        Assert.Equal(["a", "b"], answers.Select(answer => answer.Plugin));
    }

    [Fact]
    public async Task CallAsync_keeps_the_order_of_the_names_and_leaves_out_what_cannot_be_used()
    {
        using var shop = new PluginShop();
        shop.Add("a", "Hello");
        shop.Add("b", "Welcome", contractVersion: "2.0");
        shop.Add("c", "");
        using var host = Host(shop);

        var answers = await host.Named(Contract, ["c", "b", "gone", "a"])
            .CallAsync(
                async (greeter, _) =>
                {
                    await Task.Yield();
                    return greeter.Greet("Ann");
                },
                cancellationToken: TestContext.Current.CancellationToken
            );

        Assert.Equal(
            [("c", false), ("a", true)],
            answers.Select(answer => (answer.Plugin, answer.IsAnswer))
        );
    }

    [Fact]
    public async Task CallAsync_ends_when_it_is_cancelled()
    {
        using var shop = new PluginShop();
        shop.Add("a", "Hello");
        shop.Add("b", "Hello");
        using var host = Host(shop);
        using var source = new CancellationTokenSource();
        var calls = 0;

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            host.Named(Contract, ["a", "b"])
                .CallAsync(
                    (greeter, _) =>
                    {
                        calls++;
                        source.Cancel();
                        return Task.FromResult(greeter.Greet("Ann"));
                    },
                    cancellationToken: source.Token
                )
        );

        Assert.Equal(1, calls);
    }

    [Fact]
    public void Hooks_keeps_no_code_of_a_plugin_that_cannot_be_used()
    {
        using var shop = new PluginShop();
        shop.Add("left-out", "Hello", hooks: "\"arrival\"", implements: false);
        using var host = Host(shop);

        Assert.Empty(host.Hooks(Contract, "arrival").Plugins);
        Assert.Empty(host.Hooks(Contract, "arrival").Plugins);

        Assert.DoesNotContain(
            AssemblyLoadContext.All,
            context => context.Name == "plugin left-out"
        );
    }

    [Fact]
    public void Dispose_contains_the_failure_of_one()
    {
        using var shop = new PluginShop();
        shop.Add("bad-end", "Hello", endsBadly: true);
        shop.Add("good-end", "Hello");
        var host = Host(shop);
        host.Driver(Contract, "bad-end");
        host.Driver(Contract, "good-end");

        host.Dispose();

        Assert.DoesNotContain(
            AssemblyLoadContext.All,
            context => context.Name is "plugin bad-end" or "plugin good-end"
        );
    }

    [Fact]
    public void Driver_refuses_after_Dispose()
    {
        using var shop = new PluginShop();
        shop.Add("a", "Hello");
        var host = Host(shop);
        host.Dispose();

        Assert.Throws<ObjectDisposedException>(() => host.Driver(Contract, "a"));
    }

    [Theory]
    [InlineData("Greetings", 1, 0)]
    [InlineData("", 1, 0)]
    [InlineData("greetings", 0, 0)]
    [InlineData("greetings", 1, -1)]
    public void PluginContract_refuses_ill_formed_names_and_versions(
        string name,
        int major,
        int minor
    ) =>
        Assert.ThrowsAny<ArgumentException>(() => new PluginContract<IGreeter>(name, major, minor));

    private static PluginHost Host(PluginShop shop) =>
        new(shop.Read(), NullLogger<PluginHost>.Instance);
}
