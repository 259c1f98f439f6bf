using System.Globalization;
using Common.Benchmarks.Runner;
using Common.Context;
using Common.Tool.Logs;

namespace Common.Benchmarks.Tool;

/// <summary>The plain scan of <c>common logs trace</c> for one request ID, beside reading the file and doing nothing with it.</summary>
internal sealed class LogScanRow : IRow, IDisposable
{
    private const double BytesPerSecond = 500e6;

    private readonly string _path = Path.GetTempFileName();
    private int _size = 64 << 20;

    public string Area => "Tool";

    public string Title => "find one request ID in 64 MiB of log";

    public bool IsHeavy => true;

    public void Shrink() => _size = 1 << 20;

    public IReadOnlyList<Contender> Prepare()
    {
        var id = RequestId.New().ToString();
        Write(id);
        if (LogFiles.Find([_path], id).Count() != 2)
        {
            throw new InvalidOperationException("The scan does not find what is there.");
        }

        return
        [
            Contender.Baseline(
                "reading alone",
                count =>
                {
                    var buffer = new byte[1 << 20];
                    for (var i = 0; i < count; i++)
                    {
                        using var file = File.OpenHandle(_path);
                        var at = 0L;
                        for (int read; (read = RandomAccess.Read(file, buffer, at)) > 0; at += read)
                        { }

                        Sink.Keep(at);
                    }
                }
            ),
            new(
                "common logs trace",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(LogFiles.Find([_path], id).Count());
                    }
                }
            )
            {
                Goals = [Goal.Nanoseconds(_size / BytesPerSecond * 1e9)],
            },
        ];
    }

    public void Dispose() => File.Delete(_path);

    // The ID stands in the first line and in the last; every line has another one, which begins alike.
    private void Write(string id)
    {
        using var file = new StreamWriter(_path);
        for (var written = 0; written < _size; )
        {
            var of = written == 0 ? id : RequestId.New().ToString();
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"2026-11-22T02:44:18.443118Z INFO  orders[bb87] [{of} {of} alice /acme/eu] Orders.RequestRecord http.completed: Request completed method=POST path=/orders status=201 duration_ms=2357.066"
            );
            file.Write(line + "\n");
            written += line.Length + 1;
        }

        file.Write(
            $"2026-11-22T02:44:19.443118Z INFO  orders[bb87] [{id} {id} alice /acme/eu] x\n"
        );
    }
}
