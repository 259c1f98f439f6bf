using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Exceptions;

/// <summary>A problem document with two fields and two field errors, written.</summary>
internal sealed class WriteProblemRow : IRow, IDisposable
{
    private static readonly JsonEncodedText CodeName = JsonEncodedText.Encode("code");
    private static readonly JsonEncodedText DetailName = JsonEncodedText.Encode("detail");
    private static readonly JsonEncodedText ErrorsName = JsonEncodedText.Encode("errors");
    private static readonly JsonEncodedText FieldsName = JsonEncodedText.Encode("fields");
    private static readonly JsonEncodedText InstanceName = JsonEncodedText.Encode("instance");
    private static readonly JsonEncodedText KindName = JsonEncodedText.Encode("kind");
    private static readonly JsonEncodedText MessageName = JsonEncodedText.Encode("message");
    private static readonly JsonEncodedText PointerName = JsonEncodedText.Encode("pointer");
    private static readonly JsonEncodedText RequestIdName = JsonEncodedText.Encode("request_id");
    private static readonly JsonEncodedText RetryAfterName = JsonEncodedText.Encode("retry_after");
    private static readonly JsonEncodedText StatusName = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText TitleName = JsonEncodedText.Encode("title");
    private static readonly JsonEncodedText TypeName = JsonEncodedText.Encode("type");

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
        _writer.WriteString(TypeName, document.Type);
        _writer.WriteString(TitleName, document.Title);
        _writer.WriteNumber(StatusName, document.Status);
        _writer.WriteString(DetailName, document.Detail);
        _writer.WriteString(InstanceName, document.Instance);
        _writer.WriteString(KindName, "INVALID_ARGUMENT"u8);
        _writer.WriteString(CodeName, document.Code);
        document.RequestId.TryFormat(_id, out _);
        _writer.WriteString(RequestIdName, _id);
        _writer.WriteStartObject(FieldsName);
        _writer.WriteNumber(document.Fields[0].Name, 42);
        _writer.WriteString(document.Fields[1].Name, "eu");
        _writer.WriteEndObject();
        _writer.WriteStartArray(ErrorsName);
        for (var i = 0; i < document.Errors.Count; i++)
        {
            var error = document.Errors[i];
            _writer.WriteStartObject();
            _writer.WriteString(PointerName, error.Pointer);
            _writer.WriteString(CodeName, error.Code);
            _writer.WriteString(MessageName, error.Message);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        _writer.WriteNumber(RetryAfterName, 2);
        _writer.WriteEndObject();
        _writer.Flush();
    }
}
