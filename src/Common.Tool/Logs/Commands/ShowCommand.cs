using System.CommandLine;
using Common.Logging;
using Common.Tool.Shell;

namespace Common.Tool.Logs.Commands;

/// <summary><c>common logs show</c>: records as lines for people, filtered.</summary>
internal static class ShowCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var files = LogFiles.Argument();
        var filter = new LogFilter();
        var command = new ToolCommand(
            "show",
            "Shows records as lines for people, whatever their format.",
            "common logs show orders.log --level warn",
            "kubectl logs orders | common logs show --event 'order.*' --field sku=A1"
        )
        {
            files,
        };
        foreach (var option in filter.Options)
        {
            command.Add(option);
        }

        return command.Runs(
            (parse, console) => Run(parse.GetValue(files) ?? [], filter.Read(parse), console)
        );
    }

    private static ExitCode Run(string[] files, Func<LogRecord, bool> isWanted, ToolConsole console)
    {
        if (console.Json)
        {
            throw new ToolException(
                ExitCode.Usage,
                "show writes lines as they come; a log in JSON is its own --json. Use stats, trace or check."
            );
        }

        var showsContinuations = false;
        foreach (var line in LogFiles.Read(files))
        {
            if (LogRecordReader.TryRead(line.Text, out var record))
            {
                showsContinuations = isWanted(record);
                if (showsContinuations)
                {
                    console.Line(RecordView.Line(record, console));
                }
            }
            else if (showsContinuations)
            {
                console.Line(SafeText.Of(line.Text), Tone.Faint);
            }
        }

        return ExitCode.Success;
    }
}
