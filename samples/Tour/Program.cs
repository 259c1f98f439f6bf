using System.Diagnostics;
using System.Globalization;
using Tour.Output;
using Tour.Scenes;
using Tour.Stage;

var screen = Screen.ForConsole();
using var stop = new CancellationTokenSource();
using var signals = new StopSignals(stop);
var clock = Stopwatch.StartNew();
Scene[] scenes =
[
    new OrderGoesThrough(),
    new ErrorsOfInventory(),
    new InventoryIsKilled(),
    new MisspeltKey(),
    new RetryThatSucceeds(),
    new TwoWrongFields(),
    new ForgedIdentity(),
    new BadReload(),
    new Explanation(),
    new LibraryIsUpgraded(),
];
var wrong = 0;
try
{
    await using var theatre = new Theatre();
    screen.Line("Starting Inventory and Orders on free ports of this machine ...");
    await theatre.OpenAsync(stop.Token);
    for (var i = 0; i < scenes.Length; i++)
    {
        var expect = new Expectations();
        screen.Title(i + 1, scenes[i].Title);
        await scenes[i].PlayAsync(theatre, screen, expect, stop.Token);
        screen.Notice(scenes[i].Notice);
        foreach (var text in expect.Wrong)
        {
            screen.Wrong(text);
        }

        wrong += expect.Wrong.Count == 0 ? 0 : 1;
    }
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    screen.Line();
    screen.Verdict(isRight: false, "Stopped; both services are ended and their files are deleted.");
    return StopSignals.ExitCode;
}
#pragma warning disable CA1031 // whatever it is: it is printed, and the exit code says so
catch (Exception exception)
#pragma warning restore CA1031
{
    // Without a catch the process would end before the theatre is cleaned up.
    screen.Line();
    screen.Wrong(exception.Message);
    return 1;
}

screen.Line();
screen.Verdict(
    wrong == 0,
    string.Create(
        CultureInfo.InvariantCulture,
        $"{scenes.Length - wrong} of {scenes.Length} scenes came out right, in {clock.Elapsed.TotalSeconds:F1} s."
    )
);
return wrong == 0 ? 0 : 1;
