using Common.Logging.Internal;

namespace Common.Logging.Tests;

public sealed class FileSinkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("common-log").FullName;
    private readonly FixedTime _time = new();

    private string Path => System.IO.Path.Combine(_folder, "service.log");

    private FileSink NewSink(long rotateBytes = 0, bool daily = false, int kept = 2) =>
        new(
            new LogFileOptions
            {
                Path = Path,
                RotateBytes = rotateBytes,
                RotateDaily = daily,
                KeptFiles = kept,
            },
            _time
        );

    [Fact]
    public void Write_appends_to_a_file_that_only_the_service_may_read()
    {
        File.WriteAllText(System.IO.Path.Combine(_folder, "other"), "");
        using var sink = NewSink();
        sink.Write("a\n"u8);
        sink.Write("b\n"u8);

        Assert.Equal("a\nb\n", File.ReadAllText(Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Fact]
    public void Write_carries_on_in_a_new_file_when_the_old_one_was_moved()
    {
        using var sink = NewSink();
        sink.Write("a\n"u8);
        File.Move(Path, Path + ".moved");
        _time.Now = _time.Now.AddMilliseconds(10);
        sink.Write("b\n"u8);
        File.Move(Path, Path + ".moved2");
        File.WriteAllText(Path, "");
        _time.Now = _time.Now.AddMilliseconds(10);
        sink.Write("c\n"u8);

        Assert.Equal("a\n", File.ReadAllText(Path + ".moved"));
        Assert.Equal("b\n", File.ReadAllText(Path + ".moved2"));
        Assert.Equal("c\n", File.ReadAllText(Path));
    }

    [Fact]
    public void Write_looks_for_the_file_at_most_every_10_milliseconds()
    {
        using var sink = NewSink();
        sink.Write("a\n"u8);
        _time.Now = _time.Now.AddMilliseconds(10);
        sink.Write("b\n"u8); // looks
        File.Move(Path, Path + ".moved");
        _time.Now = _time.Now.AddMilliseconds(9);
        sink.Write("c\n"u8);
        _time.Now = _time.Now.AddMilliseconds(1);
        sink.Write("d\n"u8); // looks again

        Assert.Equal("a\nb\nc\n", File.ReadAllText(Path + ".moved"));
        Assert.Equal("d\n", File.ReadAllText(Path));
    }

    [Fact]
    public void Write_leaves_no_hole_when_the_file_was_truncated()
    {
        using var sink = NewSink();
        sink.Write("aaaa\n"u8);
        using (
            var stream = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)
        )
        {
            stream.SetLength(0);
        }

        sink.Write("b\n"u8);
        Assert.Equal("b\n", File.ReadAllText(Path));
    }

    [Fact]
    public void Write_rotates_by_size_and_keeps_so_many()
    {
        using var sink = NewSink(rotateBytes: 4);
        foreach (var line in (string[])["aa\n", "bb\n", "cc\n", "dd\n"])
        {
            sink.Write(System.Text.Encoding.UTF8.GetBytes(line));
        }

        Assert.Equal("dd\n", File.ReadAllText(Path));
        Assert.Equal("cc\n", File.ReadAllText(Path + ".1"));
        Assert.Equal("bb\n", File.ReadAllText(Path + ".2"));
        Assert.False(File.Exists(Path + ".3"));
    }

    [Fact]
    public void Write_rotates_at_midnight()
    {
        using var sink = NewSink(daily: true);
        sink.Write("a\n"u8);
        _time.Now = _time.Now.AddDays(1);
        sink.Write("b\n"u8);
        sink.Write("c\n"u8);

        Assert.Equal("a\n", File.ReadAllText(Path + ".1"));
        Assert.Equal("b\nc\n", File.ReadAllText(Path));
    }

    [Fact]
    public void Write_does_not_rotate_again_when_the_clock_is_set_back_over_midnight()
    {
        using var sink = NewSink(daily: true);
        _time.Now = new DateTimeOffset(2026, 11, 22, 23, 59, 59, TimeSpan.Zero);
        sink.Write("a\n"u8);
        _time.Now = _time.Now.AddSeconds(2);
        sink.Write("b\n"u8);
        _time.Now = _time.Now.AddSeconds(-2);
        sink.Write("c\n"u8);
        _time.Now = _time.Now.AddSeconds(2);
        sink.Write("d\n"u8);

        Assert.Equal("a\n", File.ReadAllText(Path + ".1"));
        Assert.Equal("b\nc\nd\n", File.ReadAllText(Path));
    }

    [Fact]
    public void Write_goes_on_in_a_file_that_cannot_be_put_aside()
    {
        Directory.CreateDirectory(Path + ".1");
        File.WriteAllText(Path + ".2", "old");
        var told = new List<Exception>();
        using var sink = NewSink(rotateBytes: 4);
        sink.RotationFailed = told.Add;
        foreach (var line in (string[])["aa\n", "bb\n", "cc\n"])
        {
            sink.Write(System.Text.Encoding.UTF8.GetBytes(line));
            _time.Now = _time.Now.AddMinutes(1);
        }

        Assert.Equal("aa\nbb\ncc\n", File.ReadAllText(Path));
        Assert.Equal("old", File.ReadAllText(Path + ".2"));
        Assert.Single(told);

        Directory.Delete(Path + ".1");
        sink.Write("dd\n"u8);
        Assert.Equal("aa\nbb\ncc\n", File.ReadAllText(Path + ".1"));
        Assert.Equal("dd\n", File.ReadAllText(Path));
    }

    [Fact]
    public void Write_deletes_those_beyond_the_number_that_is_kept_now()
    {
        foreach (var number in (int[])[1, 2, 3, 4])
        {
            File.WriteAllText($"{Path}.{number}", "old");
        }

        using var sink = NewSink(rotateBytes: 4);
        sink.Write("aa\n"u8);
        sink.Write("bb\n"u8);

        Assert.Equal(
            ["service.log", "service.log.1", "service.log.2"],
            Directory.GetFiles(_folder).Select(System.IO.Path.GetFileName).Order()
        );
    }

    [Fact]
    public void Write_puts_aside_once_what_two_processes_write()
    {
        using var one = NewSink(rotateBytes: 7);
        using var other = NewSink(rotateBytes: 7);
        one.Write("aa\n"u8);
        other.Write("bb\n"u8);
        one.Write("cc\n"u8); // puts aside
        other.Write("dd\n"u8);

        Assert.Equal("aa\nbb\n", File.ReadAllText(Path + ".1"));
        Assert.Equal("cc\ndd\n", File.ReadAllText(Path));
    }

    [Fact]
    public async Task Write_overwrites_nothing_that_another_process_writes_at_once()
    {
        const int lines = 5000;
        await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            using var sink = NewSink();
                            for (var i = 0; i < lines; i++)
                            {
                                sink.Write("line\n"u8);
                            }
                        },
                        TestContext.Current.CancellationToken,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );

        Assert.Equal(2 * lines, File.ReadAllLines(Path).Count(line => line == "line"));
    }

    [Fact]
    public void Write_says_why_it_cannot()
    {
        using var sink = new FileSink(
            new LogFileOptions { Path = System.IO.Path.Combine(_folder, "none", "service.log") },
            _time
        );

        Assert.Throws<DirectoryNotFoundException>(() => sink.Write("a\n"u8));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
