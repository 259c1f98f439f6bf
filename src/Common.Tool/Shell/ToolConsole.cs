using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Common.Tool.Shell;

/// <summary>Writes what a command has to say: lines for people, or one JSON document with <c>--json</c>.</summary>
internal sealed class ToolConsole
{
    /// <summary>The version of all <c>--json</c> output, in its <c>schema</c> field.</summary>
    public const int JsonSchema = 1;

    private static readonly JsonWriterOptions JsonOptions = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people and by jq, never put into a page
    };

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly bool _color; // somebody watches, and wants more than plain lines
    private readonly string _command;

    private ToolConsole(TextWriter output, TextWriter error, bool json, bool color, string command)
    {
        _output = output;
        _error = error;
        _color = color;
        _command = command;
        Json = json;
    }

    /// <summary>Whether the command answers with a JSON document instead of lines.</summary>
    public bool Json { get; }

    /// <summary>Makes the console of a parsed command line.</summary>
    public static ToolConsole For(ParseResult result, TextWriter output, TextWriter error)
    {
        var json = result.GetValue<bool>(GlobalOptions.Json);
        var terminal =
            ReferenceEquals(output, Console.Out)
            && !Console.IsOutputRedirected
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var color =
            terminal
            && !json
            && !result.GetValue<bool>(GlobalOptions.NoColor)
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new ToolConsole(output, error, json, color, NameOf(result));
    }

    /// <summary>Writes a line for people. Nothing with <c>--json</c>.</summary>
    public void Line(string text = "", Tone tone = Tone.Plain)
    {
        if (!Json)
        {
            _output.WriteLine(Paint(text, tone));
        }
    }

    /// <summary>Writes a line of warning to standard error, with <c>--json</c> too.</summary>
    public void Warn(string text) => _error.WriteLine(Paint($"warning: {text}", Tone.Warning));

    /// <summary>Begins to show how far a command is, if somebody watches.</summary>
    /// <param name="what">What is done, as <c>merging</c>.</param>
    /// <param name="total">How many steps there are.</param>
    public Progress Progress(string what, int total) =>
        new(_color ? _output : null, TimeProvider.System, what, total);

    /// <summary>Colours a piece of a line, if colours are shown.</summary>
    public string Paint(string text, Tone tone) =>
        _color && tone != Tone.Plain && text.Length > 0
            ? $"\u001b[{Code(tone)}m{text}\u001b[0m"
            : text;

    /// <summary>Writes the answer of a command as one JSON document. Nothing without <c>--json</c>.</summary>
    /// <param name="write">Writes the properties that follow <c>schema</c> and <c>command</c>.</param>
    public void Document(Action<Utf8JsonWriter> write)
    {
        if (!Json)
        {
            return;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema", JsonSchema);
            writer.WriteString("command", _command);
            write(writer);
            writer.WriteEndObject();
        }

        _output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>Says why the run fails: one line on standard error, and a JSON document with <c>--json</c>.</summary>
    public int Fail(ExitCode code, string message)
    {
        _error.WriteLine($"{Paint("error:", Tone.Bad)} {message}");
        Document(writer =>
        {
            writer.WriteStartObject("error");
            writer.WriteNumber("exitCode", (int)code);
            writer.WriteString("message", message);
            writer.WriteEndObject();
        });
        return (int)code;
    }

    /// <summary>Says that the tool itself has a defect, with all that helps to find it.</summary>
    public int FailWithDefect(Exception exception)
    {
        _error.WriteLine(exception);
        return Fail(
            ExitCode.Defect,
            "This is a defect of the tool; please report it with the lines above."
        );
    }

    private static string Code(Tone tone) =>
        tone switch
        {
            Tone.Good => "32",
            Tone.Warning => "33",
            Tone.Bad => "31",
            Tone.Faint => "2",
            _ => "1",
        };

    private static string NameOf(ParseResult result)
    {
        var names = new List<string>();
        for (
            var command = result.CommandResult;
            command?.Parent is not null;
            command = command.Parent as System.CommandLine.Parsing.CommandResult
        )
        {
            names.Insert(0, command.Command.Name);
        }

        return string.Join(' ', names);
    }
}
