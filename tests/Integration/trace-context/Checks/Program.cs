using System.Globalization;
using Tour.Stage;
using TraceContextChecks;

// Asks the service to call back, with each of the cases as headers, and looks at what it sends on. The argument is the
// assembly of the service.
using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
await using var callbacks = await Callbacks.StartAsync(patience.Token);
await using var service = ServiceProcess.Start(
    "passon",
    Path.GetFullPath(args[0]),
    Path.GetDirectoryName(Path.GetFullPath(args[0]))!,
    "--urls",
    "http://127.0.0.1:0"
);
var address = new Uri(await service.ListeningAsync(patience.Token), "/test");
var passed = 0;
var failed = 0;
foreach (var tried in Cases.TraceParent.Concat(Cases.TraceState))
{
    var mistake = await TryAsync(tried);
    if (mistake is null)
    {
        passed++;
    }
    else
    {
        failed++;
        Console.WriteLine($"FAILED: {tried.Name}: the service sent {mistake}");
    }
}

if (failed != 0)
{
    Console.WriteLine(string.Join('\n', service.Lines));
}

Console.WriteLine(
    string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed, 0 skipped")
);
return failed == 0 ? 0 : 1;

async Task<string?> TryAsync(Case tried)
{
    var call = $$"""{"url": "{{callbacks.Address}}", "arguments": []}""";
    var answer = await Wire.PostAsync(
        address,
        tried.Headers,
        $"[{string.Join(',', Enumerable.Repeat(call, tried.Calls))}]",
        patience.Token
    );
    var sent = callbacks.Take();
    if (!answer.EndsWith(" 200 OK", StringComparison.Ordinal) || sent.Count != tried.Calls)
    {
        return $"{sent.Count} calls and answered {answer}";
    }

    if (
        sent.Select(s => s.Defect ?? tried.Mistake(s)).FirstOrDefault(m => m is not null) is { } own
    )
    {
        return own;
    }

    return
        sent.Select(s => s.ParentId).Distinct().Count() == tried.Calls
        && sent.Select(s => s.TraceId).Distinct().Count() == 1
        ? null
        : "calls with one parent-id, or of several traces";
}
