using Tour.Output;
using Tour.Stage;

namespace Tour.Scenes;

/// <summary>The executable of Orders says where a value came from.</summary>
internal sealed class Explanation : Scene
{
    private const string Key = "Orders:Limits:MaxQuantity";

    public override string Title => "where does this value come from?";

    public override string Notice =>
        "the service's own executable answers, without an SDK and without starting: the value, its file and line, and what it overrode.";

    public override async Task PlayAsync(
        Theatre theatre,
        Screen screen,
        Expectations expect,
        CancellationToken cancellationToken
    )
    {
        var folder = theatre.FolderOf("orders");
        var service = theatre.Start(
            "orders-explains",
            BuiltServices.Orders,
            folder,
            "common",
            "config",
            "explain",
            Key
        );
        var exitCode = await service.ExitCodeAsync(cancellationToken);
        screen.Line($"  $ orders common config explain {Key}");
        foreach (var line in service.Lines)
        {
            screen.Line("    " + line);
        }

        expect.Equal("the exit code", 0, exitCode);
        expect.That(
            service.Lines.Any(l => l.Contains(Key, StringComparison.Ordinal)),
            "the answer does not name the key"
        );
        expect.That(
            service.Lines.Any(l =>
                l.Contains(Path.Combine(folder, "appsettings.json") + ":", StringComparison.Ordinal)
            ),
            "the answer does not name file and line"
        );
    }
}
