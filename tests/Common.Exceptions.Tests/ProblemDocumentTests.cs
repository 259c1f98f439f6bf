using System.Text;
using Common.Abstractions;
using Common.Context;
using NodaTime;

namespace Common.Exceptions.Tests;

public sealed class ProblemDocumentTests
{
    private static readonly RequestId Id = RequestId.Parse(
        "req-550e8400-e29b-41d4-a716-446655440000"
    );

    public static TheoryData<ErrorKind> Kinds => [.. Enum.GetValues<ErrorKind>()];

    [Fact]
    public void Write_gives_every_member_in_a_fixed_order()
    {
        var error = new ServiceException(
            ErrorKind.ResourceExhausted,
            "order.too_many",
            "Too many orders for \"alice\".",
            "limit row 7"
        )
        {
            Fields =
            [
                new("limit", 10),
                new("total", 1.50m),
                new("user", "alice"),
                new("x", default),
            ],
            Errors = [new FieldError("/items/0/sku", "required", "A SKU is needed.")],
            RetryAfter = Duration.FromMilliseconds(1500),
        };

        Assert.Equal(
            """{"type":"about:blank","title":"Too Many Requests","status":429,"detail":"Too many orders for \"alice\".","""
                + """ "instance":"urn:uuid:550e8400-e29b-41d4-a716-446655440000","kind":"RESOURCE_EXHAUSTED","code":"order.too_many",""".TrimStart()
                + """ "request_id":"req-550e8400-e29b-41d4-a716-446655440000","fields":{"limit":10,"total":1.50,"user":"alice","x":null},""".TrimStart()
                + """ "errors":[{"pointer":"/items/0/sku","code":"required","message":"A SKU is needed."}],"retry_after":2}""".TrimStart(),
            Text(ProblemDocument.From(error, Id))
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToException_gives_the_declared_error_back_field_by_field(ErrorKind kind)
    {
        var error = new ServiceException(kind, "order.some_error", "What happened.", "internal")
        {
            Fields =
            [
                new("id", 42),
                new("total", 129.950m),
                new("ratio", 1e-7),
                new("flag", true),
                new("text", "ü\u2028"),
                new("none", default),
            ],
            Errors = [new FieldError("/a", "b.c", "d"), new FieldError("", "e", "f")],
            RetryAfter = Duration.FromSeconds(3),
        };

        Assert.True(
            ProblemDocument.TryRead(ProblemDocument.From(error, Id).ToUtf8Bytes(), out var read)
        );
        var back = read.ToException(kind.ToHttpStatus(), isIdempotent: true);

        Assert.Equal(Id, read.RequestId);
        Assert.Equal(kind, back.Kind);
        Assert.Equal(error.Code, back.Code);
        Assert.Equal(error.PublicMessage, back.PublicMessage);
        Assert.Equal(error.Fields, back.Fields);
        Assert.Equal(error.Errors, back.Errors);
        Assert.Equal(error.RetryAfter, back.RetryAfter);
        Assert.DoesNotContain("internal", Text(read), StringComparison.Ordinal);
    }

    public static TheoryData<string> NotDocuments =>
        [
            "",
            " ",
            "null",
            "[]",
            "\"text\"",
            "{",
            "{}{}",
            "{} x",
            "{'a':1}",
            "{\"a\":}",
            "<html>",
            "{\"detail\":\"\\ud800\"}", // a lone surrogate
            "{\"status\":400,}",
            "{\"a\":" + new string('[', 40) + new string(']', 40) + "}", // too deep
        ];

    [Theory]
    [MemberData(nameof(NotDocuments))]
    public void TryRead_rejects(string text)
    {
        Assert.False(ProblemDocument.TryRead(Encoding.UTF8.GetBytes(text), out var document));
        Assert.Null(document);
    }

    [Fact]
    public void TryRead_rejects_bytes_that_are_no_UTF_8()
    {
        byte[] body = [.. "{\"detail\":\""u8, 0xFF, 0xFE, .. "\"}"u8];

        Assert.False(ProblemDocument.TryRead(body, out _));
    }

    [Fact]
    public void TryRead_takes_a_document_of_the_greatest_length_and_none_that_is_longer()
    {
        var padding = new string(' ', ProblemDocument.MaxLength - 2);

        Assert.True(ProblemDocument.TryRead(Encoding.UTF8.GetBytes($"{{{padding}}}"), out _));
        Assert.False(ProblemDocument.TryRead(Encoding.UTF8.GetBytes($"{{{padding} }}"), out _));
    }

    [Fact]
    public void TryRead_leaves_out_members_of_another_type_and_members_that_it_does_not_know()
    {
        const string Text = """
            {"type":1,"title":["x"],"status":"404","detail":{"a":1},"instance":null,"kind":"not_found","code":"Not A Code",
             "request_id":"nobody","retry_after":-1,"fields":[1],"errors":{"pointer":"/a"},"other":{"deep":[1,{"a":2}]}}
            """;

        Assert.True(ProblemDocument.TryRead(Encoding.UTF8.GetBytes(Text), out var document));

        Assert.Equal("{\"type\":\"about:blank\"}", ProblemDocumentTests.Text(document));
    }

    [Theory]
    [InlineData("\uFEFF{\"title\":\"x\"}", "{\"type\":\"about:blank\",\"title\":\"x\"}")] // a byte order mark
    [InlineData(
        "{\"request_id\":\"req-550e8400-e29b-41d4-a716-446655440000\",\"request_id\":7}",
        "{\"type\":\"about:blank\",\"request_id\":\"req-550e8400-e29b-41d4-a716-446655440000\"}"
    )]
    public void TryRead_takes_what_is_odd_but_well_formed(string text, string expected)
    {
        Assert.True(ProblemDocument.TryRead(Encoding.UTF8.GetBytes(text), out var document));

        Assert.Equal(expected, Text(document));
    }

    [Fact]
    public void TryRead_cuts_long_texts_and_long_lists()
    {
        var errors = string.Join(',', Enumerable.Repeat("{\"code\":\"x\"}", 200));
        var fields = string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"f{i}\":{i}"));
        var text =
            $"{{\"detail\":\"{new string('x', 5000)}\",\"errors\":[{errors}],\"fields\":{{{fields}}}}}";

        Assert.True(ProblemDocument.TryRead(Encoding.UTF8.GetBytes(text), out var document));

        Assert.Equal(new string('x', ProblemDocument.MaxTextLength - 1) + "…", document.Detail);
        Assert.Equal(ProblemDocument.MaxItems, document.Errors.Count);
        Assert.Equal(ProblemDocument.MaxItems, document.Fields.Count);
    }

    [Fact]
    public void TryRead_keeps_the_first_of_fields_with_one_name()
    {
        Assert.True(
            ProblemDocument.TryRead(
                "{\"fields\":{\"a\":1,\"a\":2,\"b\":[3],\"c\":4}}"u8,
                out var read
            )
        );

        Assert.Equal([new ErrorField("a", 1), new ErrorField("c", 4)], read.Fields);
    }

    [Theory]
    [InlineData(404, "ABORTED", ErrorKind.NotFound)] // a kind that the status contradicts
    [InlineData(409, "ABORTED", ErrorKind.Aborted)]
    [InlineData(409, "NO_SUCH_KIND", ErrorKind.AlreadyExists)]
    [InlineData(413, "FAILED_PRECONDITION", ErrorKind.FailedPrecondition)]
    [InlineData(413, "INTERNAL", ErrorKind.FailedPrecondition)]
    [InlineData(500, "DATA_LOSS", ErrorKind.DataLoss)]
    [InlineData(302, "NOT_FOUND", ErrorKind.Internal)]
    [InlineData(999, "NOT_FOUND", ErrorKind.Internal)]
    public void ToException_takes_the_kind_only_where_the_status_agrees(
        int status,
        string kind,
        ErrorKind expected
    )
    {
        Assert.True(
            ProblemDocument.TryRead(
                Encoding.UTF8.GetBytes($"{{\"kind\":\"{kind}\",\"status\":200}}"),
                out var document
            )
        );

        Assert.Equal(expected, document.ToException(status, isIdempotent: true).Kind);
    }

    [Theory]
    [InlineData(404, "{}", "http.status_404", "Not Found.")]
    [InlineData(418, "{\"title\":\"I am a teapot\"}", "http.status_418", "I am a teapot")]
    [InlineData(502, "{\"detail\":\" \"}", "http.status_502", "Bad Gateway.")]
    public void ToException_makes_a_well_formed_error_of_a_foreign_document(
        int status,
        string text,
        string code,
        string message
    )
    {
        Assert.True(ProblemDocument.TryRead(Encoding.UTF8.GetBytes(text), out var document));
        var error = document.ToException(status, isIdempotent: true);

        Assert.Equal(code, error.Code);
        Assert.Equal(message, error.PublicMessage);
    }

    [Fact]
    public void From_takes_a_status_that_says_more_than_the_kind()
    {
        var error = new ServiceException(
            ErrorKind.FailedPrecondition,
            "request.too_large",
            "Too large."
        );

        var document = ProblemDocument.From(error, RequestId.None, status: 413);

        Assert.Equal(
            """{"type":"about:blank","title":"Content Too Large","status":413,"detail":"Too large.","kind":"FAILED_PRECONDITION","code":"request.too_large"}""",
            Text(document)
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_has_a_name_on_the_wire_that_reads_back(ErrorKind kind)
    {
        Assert.True(
            ErrorKindNames.TryParseWireName(
                Encoding.ASCII.GetBytes(kind.ToWireName()),
                out var back
            )
        );
        Assert.Equal(kind, back);
        Assert.NotEqual("Error", ErrorKindNames.ToTitle(kind.ToHttpStatus()));
    }

    private static string Text(ProblemDocument document) =>
        Encoding.UTF8.GetString(document.ToUtf8Bytes());
}
