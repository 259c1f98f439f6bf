using Common.Config.Internal.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Common.Config.Tests;

public sealed class EnvironmentProviderTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ENVTESTS_")]
    [InlineData("envtests__")]
    [InlineData("ENVTESTS__A:")]
    [InlineData("Path")]
    public void Variables_are_read_as_the_platform_reads_them(string? prefix)
    {
        Environment.SetEnvironmentVariable("ENVTESTS__A__B", "1");
        Environment.SetEnvironmentVariable("ENVTESTS_A___B", "");
        var platforms = new EnvironmentVariablesConfigurationProvider(prefix);
        var ours = new EnvironmentProvider(prefix);
        platforms.Load();
        ours.Load();

        AssertSame(platforms, ours);
    }

    [Fact]
    public void Connection_strings_keep_the_platforms_own_rules()
    {
        var platforms = new EnvironmentVariablesConfigurationProvider();
        var ours = new EnvironmentProvider(null);
        Environment.SetEnvironmentVariable("SQLCONNSTR_EnvTests", "Server=x");
        try
        {
            platforms.Load();
            ours.Load();
        }
        finally
        {
            Environment.SetEnvironmentVariable("SQLCONNSTR_EnvTests", null);
        }

        AssertSame(platforms, ours);
        Assert.True(ours.TryGet("ConnectionStrings:EnvTests", out var value));
        Assert.Equal("Server=x", value);
    }

    private static void AssertSame(
        EnvironmentVariablesConfigurationProvider platforms,
        EnvironmentProvider ours
    ) =>
        Assert.Equal(
            Keys(platforms).Where(IsStable).Select(key => (key, Value(platforms, key))),
            Keys(ours).Where(IsStable).Select(key => (key, Value(ours, key)))
        );

    // Other tests set variables of their own meanwhile.
    private static bool IsStable(string key) =>
        !key.StartsWith("CONFIGTESTS", StringComparison.OrdinalIgnoreCase);

    private static string? Value(ConfigurationProvider provider, string key) =>
        provider.TryGet(key, out var value) ? value : "(none)";

    private static SortedSet<string> Keys(ConfigurationProvider provider)
    {
        var found = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        void Add(string? parent)
        {
            foreach (var name in provider.GetChildKeys([], parent).Distinct().ToList())
            {
                var key = parent is null ? name : parent + ":" + name;
                if (found.Add(key))
                {
                    Add(key);
                }
            }
        }

        Add(null);
        return found;
    }
}
