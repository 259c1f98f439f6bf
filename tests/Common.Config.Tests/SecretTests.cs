using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Common.Config.Tests;

public sealed class SecretTests
{
    [Fact]
    public void ToString_and_serialisers_never_show_the_text()
    {
        var secret = new Secret("hunter2");

        Assert.Equal("***", secret.ToString());
        Assert.Equal("***", $"{secret}");
        Assert.Equal("{}", JsonSerializer.Serialize(secret));
        Assert.Equal("hunter2", secret.Reveal());
    }

    [Fact]
    public void A_debugger_and_what_takes_objects_apart_find_nothing()
    {
        const BindingFlags Public = BindingFlags.Instance | BindingFlags.Public;
        var display = typeof(Secret).GetCustomAttribute<DebuggerDisplayAttribute>();

        Assert.Equal("***", display?.Value);
        Assert.NotNull(typeof(Secret).GetCustomAttribute<DebuggerTypeProxyAttribute>());
        Assert.Empty(typeof(Secret).GetProperties(Public));
        Assert.Empty(typeof(Secret).GetFields(Public));
    }

    [Fact]
    public void Equals_compares_the_texts_and_the_hash_tells_nothing()
    {
        Assert.True(new Secret("a").Equals(new Secret("a")));
        Assert.False(new Secret("a").Equals(new Secret("b")));
        Assert.False(new Secret("a").Equals(null));
        Assert.Equal(new Secret("a").GetHashCode(), new Secret("b").GetHashCode());
    }
}
