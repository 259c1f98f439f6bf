using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Tool;

/// <summary><c>common incubator update</c> of 1,000 files that both sides changed, beside reading and writing them once.</summary>
internal sealed class IncubatorUpdateRow : IRow, IDisposable
{
    private const double Limit = 10e9;

    private int _modules = 50;
    private ManyCopies? _copies;

    public string Area => "Tool";

    public string Title => $"update {_modules * 20:N0} files that both sides edited";

    public TimeSource Time => TimeSource.Wall;

    public bool IsHeavy => true;

    public void Shrink() => _modules = 1;

    public IReadOnlyList<Contender> Prepare()
    {
        var copies = _copies = new ManyCopies(_modules, 20);
        copies.Edit();
        var isSecond = false;
        return
        [
            Contender.Baseline(
                "reading and writing alone",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        foreach (var file in copies.Copies())
                        {
                            File.WriteAllBytes(file, File.ReadAllBytes(file));
                        }
                    }
                }
            ),
            new(
                "common incubator update",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        isSecond = !isSecond; // to and fro: each run finds every file changed on both sides
                        copies.Run(0, "update", isSecond ? "two" : "one");
                    }
                }
            )
            {
                Goals = [Goal.Nanoseconds(Limit)],
            },
        ];
    }

    public void Dispose() => _copies?.Dispose();
}
