using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Common.Packages.Tests.Guides;

/// <summary>Follows a guide to the letter, as a newcomer would, with nothing but the packed packages.</summary>
/// <param name="feed">Where the packages come from; the guide's version is theirs.</param>
/// <param name="guide">The guide, from the root of the repository.</param>
internal sealed partial class GuideReader(Feed feed, string guide) : IDisposable
{
    private const string Port = "5080";

    /// <summary>How a line begins that names the page where a guide goes on.</summary>
    public const string GoesOn = "<!-- goes on in ";

    private readonly List<Process> _services = [];
    private readonly ConcurrentQueue<string> _served = [];
    private readonly string _freePort = FreePort();
    private string _folder = Directory
        .CreateDirectory(Path.Combine(feed.Consumers, Path.GetRandomFileName()))
        .FullName;
    private string _output = "";
    private string _page = "";

    // Templates are installed for a user; the one who follows a guide is nobody else.
    private string Home => $"export DOTNET_CLI_HOME='{feed.Consumers}'";

    /// <summary>Does everything that the guide says, and checks everything that it shows; also on the page that it goes on in.</summary>
    public async Task FollowAsync()
    {
        for (var page = guide; page is not null; )
        {
            _page = page;
            page = await FollowPageAsync(Path.Combine(Repository.Root, page));
        }
    }

    private async Task<string?> FollowPageAsync(string path)
    {
        var lines = await File.ReadAllLinesAsync(path);
        foreach (var block in GuideBlock.Read(lines))
        {
            if (block.Mark.Contains('.', StringComparison.Ordinal))
                await WriteAsync(block);
            else if (block is { Language: "sh", Mark: "serves" })
                Serve(block);
            else if (
                block.Language == "sh"
                && block.Code.StartsWith("curl ", StringComparison.Ordinal)
            )
                _output = await AskAsync(block);
            else if (block.Language == "sh")
                _output = await RunAsync(block);
            else if (block.Language == "text")
                Expect(block);
            else
                throw new InvalidOperationException(
                    $"{_page}:{block.Line}: give the block a file name."
                );
        }

        return lines
            .Where(line => line.StartsWith(GoesOn, StringComparison.Ordinal))
            .Select(line =>
                $"docs/{line[GoesOn.Length..].Replace(" -->", "", StringComparison.Ordinal)}"
            )
            .SingleOrDefault();
    }

    /// <summary>Ends what the guide has started.</summary>
    public void Dispose()
    {
        foreach (var service in _services)
        {
            Command.Kill(service);
            service.Dispose();
        }
    }

    private async Task WriteAsync(GuideBlock block)
    {
        var path = Path.Combine(_folder, block.Mark);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, Translate(block.Code));
    }

    private async Task<string> RunAsync(GuideBlock block)
    {
        var place = Path.Combine(feed.Consumers, Path.GetRandomFileName());
        var result = await Command.RunAsync(
            "bash",
            _folder,
            ["-c", $"set -e\n{Home}\n{Translate(block.Code)}\npwd > '{place}'"]
        );
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"{_page}:{block.Line}: {result}");
        _folder = (await File.ReadAllTextAsync(place)).TrimEnd('\n');
        return result.Output + result.Error;
    }

    private void Serve(GuideBlock block)
    {
        var service = Command.Start("bash", _folder, ["-c", $"exec {Translate(block.Code)}"]);
        service.OutputDataReceived += (_, line) => _served.Enqueue(line.Data ?? "");
        service.ErrorDataReceived += (_, line) => _served.Enqueue(line.Data ?? "");
        service.BeginOutputReadLine();
        service.BeginErrorReadLine();
        _services.Add(service);
    }

    /// <summary>Asks as <c>curl -i</c> does; a machine that can build need not have it.</summary>
    private async Task<string> AskAsync(GuideBlock block)
    {
        var url = Translate(block.Code.Trim().Split(' ')[^1]);
        using var http = new HttpClient();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var response = await http.GetAsync(new Uri(url));
                var answer = new StringBuilder(
                    $"HTTP/1.1 {(int)response.StatusCode} {response.ReasonPhrase}\n"
                );
                foreach (var header in response.Headers.Concat(response.Content.Headers))
                    answer
                        .Append(header.Key)
                        .Append(": ")
                        .AppendJoin(", ", header.Value)
                        .Append('\n');
                return answer.Append(await response.Content.ReadAsStringAsync()).ToString();
            }
            catch (HttpRequestException exception)
            {
                if (attempt == 300 || _services.Exists(s => s.HasExited))
                {
                    throw new InvalidOperationException(
                        $"{_page}:{block.Line}: nobody answers.\n{string.Join('\n', _served)}",
                        exception
                    );
                }

                await Task.Delay(TimeSpan.FromMilliseconds(200)); // the service still starts
            }
        }
    }

    /// <summary>Each line that the guide shows stands in what was written last, in that order; <c>…</c> is anything.</summary>
    private void Expect(GuideBlock block)
    {
        var rest = _output.ReplaceLineEndings("\n");
        foreach (var line in block.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = string.Join(
                ".*?",
                Translate(line.Trim()).Split('…').Select(Regex.Escape)
            );
            var match = Regex.Match(
                rest,
                pattern,
                RegexOptions.IgnoreCase,
                TimeSpan.FromMinutes(1)
            );
            Assert.True(
                match.Success,
                $"{_page}:{block.Line}: '{line}' is not in, or not in this order:\n{_output}"
            );
            rest = rest[(match.Index + match.Length)..];
        }
    }

    private string Translate(string text) =>
        VersionNumber()
            .Replace(text, feed.Version)
            .Replace($":{Port}", $":{_freePort}", StringComparison.Ordinal);

    /// <summary>A port that nobody listens on, below those that the system hands out itself: the service that takes it is built first.</summary>
    private static string FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            catch (SocketException exception)
                when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // another one is tried
            }
        }
    }

    // A version of ours stands behind the name of a package or an option; other people's versions are left alone.
    [GeneratedRegex(
        """(?<=--version |Common\.Templates@|Include="Common\.\w+" Version=")\d+\.\d+\.\d+""",
        RegexOptions.None,
        60_000
    )]
    private static partial Regex VersionNumber();
}
