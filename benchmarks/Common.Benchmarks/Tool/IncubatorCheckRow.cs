using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Tool;

/// <summary><c>common incubator check</c> and <c>status</c> of 50 copies with 1,000 files, beside reading them once.</summary>
internal sealed class IncubatorCheckRow : IRow, IDisposable
{
    private const double Limit = 1e9;

    private int _modules = 50;
    private ManyCopies? _copies;

    public string Area => "Tool";

    public string Title => $"check {_modules} copies with {_modules * 20:N0} files";

    public TimeSource Time => TimeSource.Wall;

    public bool IsHeavy => true;

    public void Shrink() => _modules = 1;

    public IReadOnlyList<Contender> Prepare()
    {
        var copies = _copies = new ManyCopies(_modules, 20);
        return
        [
            Contender.Baseline(
                "reading alone",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(copies.Copies().Sum(file => File.ReadAllBytes(file).LongLength));
                    }
                }
            ),
            Of("check"),
            Of("status"),
        ];

        Contender Of(string command) =>
            new(
                $"common incubator {command}",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        copies.Run(0, command, "one");
                    }
                }
            )
            {
                Goals = [Goal.Nanoseconds(Limit)],
            };
    }

    public void Dispose() => _copies?.Dispose();
}
