using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Exceptions;

/// <summary>A problem document with two fields and two field errors, written.</summary>
internal sealed class WriteProblemRow : IRow, IDisposable
{
    private readonly ArrayBufferWriter<byte> _output = new(1024);
    private readonly Utf8JsonWriter _writer;
    private readonly byte[] _id = new byte[40];

    public WriteProblemRow() =>
        _writer = new Utf8JsonWriter(
            _output,
            new JsonWriterOptions
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                SkipValidation = true,
            }
        );

    public string Area => "Exceptions";

    public string Title => "write a problem document";

    public IReadOnlyList<Contender> Prepare()
    {
        WriteByHand();
        var byHand = _output.WrittenSpan.ToArray();
        WriteOurs();
        return byHand.AsSpan().SequenceEqual(_output.WrittenSpan)
            ?
            [
                Contender.Baseline(
                    "Utf8JsonWriter by hand",
                    count =>
                    {
                        for (var i = 0; i < count; i++)
                        {
                            WriteByHand();
                        }
                    }
                ),
                new(
                    "ProblemDocument.Write",
                    count =>
                    {
                        for (var i = 0; i < count; i++)
                        {
                            WriteOurs();
                        }
                    }
                )
                {
                    Goals = [Goal.Ratio(1.2), Goal.Bytes(0)],
                },
            ]
            : throw new InvalidOperationException("The documents differ.");
    }

    public void Dispose() => _writer.Dispose();

    private void WriteOurs()
    {
        _output.ResetWrittenCount();
        _writer.Reset();
        Problems.Document.Write(_writer);
        _writer.Flush();
    }

    private void WriteByHand()
    {
        var document = Problems.Document;
        _output.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
        _writer.WriteString("type"u8, document.Type);
        _writer.WriteString("title"u8, document.Title);
        _writer.WriteNumber("status"u8, document.Status);
        _writer.WriteString("detail"u8, document.Detail);
        _writer.WriteString("instance"u8, document.Instance);
        _writer.WriteString("kind"u8, "INVALID_ARGUMENT"u8);
        _writer.WriteString("code"u8, document.Code);
        document.RequestId.TryFormat(_id, out _);
        _writer.WriteString("request_id"u8, _id);
        _writer.WriteStartObject("fields"u8);
        _writer.WriteNumber(document.Fields[0].Name, 42);
        _writer.WriteString(document.Fields[1].Name, "eu");
        _writer.WriteEndObject();
        _writer.WriteStartArray("errors"u8);
        foreach (var error in document.Errors)
        {
            _writer.WriteStartObject();
            _writer.WriteString("pointer"u8, error.Pointer);
            _writer.WriteString("code"u8, error.Code);
            _writer.WriteString("message"u8, error.Message);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        _writer.WriteNumber("retry_after"u8, 2);
        _writer.WriteEndObject();
        _writer.Flush();
    }
}
