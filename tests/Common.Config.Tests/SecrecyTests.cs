using Common.Config.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Config.Tests;

/// <summary>Nothing that answers or complains shows a secret, wherever it was put.</summary>
public sealed class SecrecyTests : IDisposable
{
    private const string Secret = "hunter2";

    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Files with the secret in a right place, in a wrong one, and in texts that were not declared as secrets.</summary>
    public static TheoryData<string> Files =>
        [
            """{"Orders":{"Database":{"Password":"hunter2"},"Live":{"Keys":{"a":"hunter2"},"FixedKeys":["hunter2"]}}}""",
            """{"Orders":{"Database":{"Pasword":"hunter2","Password":{"Fil":"hunter2"}},"Live":{"FixedKeys":{"x":"hunter2"}}}}""",
            """{"Orders":{"Database":{"Password":"p","PoolSize":"Server=a;Password=hunter2"},"Live":{"Text":"https://a:hunter2@host/"}}}""",
            """{"Orders":{"Database":{"Password":"hunter2"},"Live":{"Left":"${Orders:Database:Password}","Text":"${ConnectionStrings:Main}"}},"ConnectionStrings":{"Main":"hunter2"}}""",
            """{"Orders":{"Database":{"Password":"hunter2"},"Rules":{"Key":"hunter2"},"Old":{"Keys":{"a":"hunter2"},"FixedKeys":["hunter2"]},"Live":{"FixedKeys":["x"]}}}""",
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_command_and_no_error_shows_it(string json)
    {
        _folder.Write("appsettings.json", json);
        var file = _folder.File("appsettings.json");
        string[] commands =
        [
            "sample",
            "sample --minimal",
            "schema",
            "docs",
            "explain",
            "explain --json",
            "explain Orders:Database:Password",
            $"explain {Secret}",
            $"explain --Orders:Database:Password={Secret}",
            $"check {file}",
            $"check {file} --json",
            $"check {file} --partial",
            $"check {file} --Orders:Database:Password={Secret}",
            $"migrate {file}",
            $"--Orders:Database:Password={Secret}",
            Secret,
        ];

        Assert.All(
            commands,
            command => Assert.DoesNotContain(Secret, Run(command), StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Secret, Start(), StringComparison.Ordinal);
    }

    private string Run(string command)
    {
        using var output = new StringWriter();
        using var configuration = _folder.Configuration(
            $"--Orders:Database:Password={Secret}",
            $"--Orders:Live:Key={Secret}"
        );
        ConfigCommands.TryRun(
            ["common", "config", .. command.Split(' ')],
            configuration,
            "Common.Config.Tests",
            output,
            output
        );
        Assert.NotEqual("", output.ToString());
        return output.ToString();
    }

    /// <summary>What a start says: its errors, or all values.</summary>
    private string Start()
    {
        using var services = _folder.Services($"--Orders:Live:Key={Secret}");
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return string.Join(
                '\n',
                services
                    .GetRequiredService<ConfigExplainer>()
                    .Explain()
                    .SelectMany(value => value.Sources.Select(source => source.Value))
            );
        }
        catch (ConfigException e)
        {
            return e.ToString();
        }
    }
}
