using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Common.Context;
using NodaTime;

namespace Common.Exceptions.Tests;

/// <summary>What <c>errors list --format openapi</c> prints.</summary>
public sealed partial class OpenApiTests
{
    private static readonly JsonNode Document = Print();

    [Fact]
    public void Document_has_what_OpenAPI_asks_of_one()
    {
        Assert.Equal("3.1.1", (string?)Document["openapi"]);
        Assert.Equal("Errors", (string?)Document["info"]!["title"]);
        Assert.Equal("1", (string?)Document["info"]!["version"]);
        Assert.All(
            Document["components"]!["responses"]!.AsObject(),
            response =>
            {
                Assert.Matches(ComponentName(), response.Key);
                Assert.False(string.IsNullOrEmpty((string?)response.Value!["description"]));
                Assert.Equal(
                    ["application/problem+json"],
                    response.Value["content"]!.AsObject().Select(media => media.Key)
                );
            }
        );
    }

    [Fact]
    public void Response_of_an_error_says_what_its_document_holds()
    {
        var response = Document["components"]!["responses"]!["order.not_found"]!;

        Assert.Equal(
            "There is no order {orderId} in {{{shop}}}.",
            (string?)response["description"]
        );
        Assert.Null(response["headers"]);
        Assert.Equal(
            """
            {"allOf":[{"$ref":"#/components/schemas/Problem"},{"properties":{"status":{"const":404},"kind":{"const":"NOT_FOUND"},"code":{"const":"order.not_found"},"fields":{"properties":{"order_id":{"type":["integer","null"]},"shop":{"type":["string","null"]}},"required":["order_id","shop"]}},"required":["fields"]}]}
            """,
            Schema("order.not_found").ToJsonString()
        );
    }

    [Fact]
    public void Response_says_when_to_try_again_where_the_error_can() =>
        Assert.NotNull(
            Document["components"]!["responses"]!["order.limited"]!["headers"]!["Retry-After"]
        );

    public static TheoryData<ServiceException> Errors =>
        [
            SampleErrors.OrderNotFound(42, "eu", rowVersion: 3),
            SampleErrors.OrderNotFound(-1, null!),
            SampleErrors.OrderInvalid(new FieldError("/a", "required", "It is needed.")),
            SampleErrors.OrderLimited(1.5m, Duration.FromMilliseconds(1)),
            SampleErrors.OrderLimited(0, null),
            CommonErrors.InternalError(new InvalidOperationException("x")),
            CommonErrors.OutcomeUnknown(),
            CommonErrors.RequestCancelled(),
        ];

    [Theory]
    [MemberData(nameof(Errors))]
    public void Document_of_an_error_is_what_its_response_says(ServiceException error)
    {
        foreach (var id in new[] { RequestId.New(), RequestId.None })
        {
            Assert.Empty(Wrong(error, id));
        }
    }

    [Theory]
    [InlineData("status", "400")]
    [InlineData("kind", "\"INTERNAL\"")]
    [InlineData("code", "\"order.other\"")]
    [InlineData("request_id", "\"550e8400-e29b-41d4-a716-446655440000\"")]
    [InlineData("fields", "{\"order_id\":\"42\",\"shop\":\"eu\"}")]
    [InlineData("fields", "{\"order_id\":42}")]
    [InlineData("errors", "[{\"pointer\":\"/a\",\"code\":\"x\"}]")]
    [InlineData("retry_after", "-1")]
    [InlineData("detail", null)]
    public void Document_of_another_shape_is_not_what_the_response_says(string name, string? value)
    {
        var document = Write(SampleErrors.OrderNotFound(42, "eu"), RequestId.New());
        document.Remove(name);
        if (value is not null)
        {
            document.Add(name, JsonNode.Parse(value));
        }

        Assert.Single(new SchemaCheck(Document).Check(Schema("order.not_found"), document));
    }

    private static IEnumerable<string> Wrong(ServiceException error, RequestId id) =>
        new SchemaCheck(Document).Check(Schema(error.Code), Write(error, id));

    private static JsonObject Write(ServiceException error, RequestId id) =>
        JsonNode
            .Parse(Encoding.UTF8.GetString(ProblemDocument.From(error, id).ToUtf8Bytes()))!
            .AsObject();

    private static JsonNode Schema(string code) =>
        Document["components"]!["responses"]![code]!["content"]!["application/problem+json"]![
            "schema"
        ]!;

    private static JsonNode Print()
    {
        using var output = new StringWriter();
        Assert.Equal(
            0,
            ErrorCatalogue.Run(
                ["list", "--format", "openapi"],
                typeof(OpenApiTests).Assembly,
                output,
                TextWriter.Null
            )
        );
        return JsonNode.Parse(output.ToString())!;
    }

    [GeneratedRegex("^[a-zA-Z0-9._-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ComponentName();
}
