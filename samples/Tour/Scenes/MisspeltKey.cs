using Tour.Output;
using Tour.Stage;

namespace Tour.Scenes;

/// <summary>A service whose configuration has a misspelt key does not start.</summary>
internal sealed class MisspeltKey : Scene
{
    private const string Settings = """
        {
          "Orders": {
            "Storage": {
              "Foldr": "/var/lib/orders"
            },
            "Inventory": {
              "Address": "http://127.0.0.1:1"
            }
          }
        }
        """;

    public override string Title => "a misspelt configuration key";

    public override string Notice =>
        "Orders does not start: one line names the file, the line, the key and the name that was meant, and the exit code is 78.";

    public override async Task PlayAsync(
        Theatre theatre,
        Screen screen,
        Expectations expect,
        CancellationToken cancellationToken
    )
    {
        var folder = theatre.FolderOf("orders-misspelt");
        var file = Path.Combine(folder, "appsettings.json");
        await File.WriteAllTextAsync(file, Settings, cancellationToken);
        var service = theatre.Start(
            "orders-misspelt",
            BuiltServices.Orders,
            folder,
            "--urls",
            "http://127.0.0.1:0"
        );
        var exitCode = await service.ExitCodeAsync(cancellationToken);
        screen.Line($"  $ cd {folder} && orders");
        screen.Log($"everything that it wrote; exit code {exitCode}", service.Lines);

        expect.Equal("the exit code", 78, exitCode);
        expect.Equal("the number of lines", 1, service.Lines.Count);
        foreach (var part in new[] { " FATAL ", file + ":4", "Orders:Storage:Foldr", "Folder" })
        {
            expect.That(
                service.Lines.Any(l => l.Contains(part, StringComparison.Ordinal)),
                $"the line does not say '{part}'"
            );
        }
    }
}
