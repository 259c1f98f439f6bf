using Common.Abstractions;
using Common.Analyzers.Errors;

namespace Common.Analyzers.Tests.Errors;

public sealed class ErrorAnalyzerTests
{
    // As in a build: the generator comes first, and must let the compiler come as far as the analyzers.
    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<ErrorAnalyzer>()
        .WithExceptions()
        .WithGenerator<ErrorGenerator>();

    public static TheoryData<string, string> WrongDeclarations =>
        new()
        {
            {
                "[Error({|CMN6012:\"NotFound\"|}, ErrorKind.NotFound, \"None.\")] public static partial ServiceException Gone();",
                "Error code 'NotFound' is not dotted lower case of at most 100 characters, such as 'order.not_found'"
            },
            {
                "[Error({|CMN6012:\"order.\"|}, ErrorKind.NotFound, \"None.\")] public static partial ServiceException Gone();",
                "Error code 'order.' is not dotted lower case of at most 100 characters, such as 'order.not_found'"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException {|CMN6010:Codes|}();",
                "'Codes' cannot be an error: the class of its code is called Codes, so neither it nor its type may be"
            },
            {
                "static partial class Codes { [Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException {|CMN6010:Gone|}(); }",
                "'Gone' cannot be an error: the class of its code is called Codes, so neither it nor its type may be"
            },
            {
                "[Error({|CMN6012:null!|}, ErrorKind.NotFound, \"None.\")] public static partial ServiceException Gone();",
                "Error code '' is not dotted lower case of at most 100 characters, such as 'order.not_found'"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, {|CMN6013:null!|})] public static partial ServiceException Gone();",
                "The message of 'a.b' is empty"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, {|CMN6013:\"x\\u202ey\"|})] public static partial ServiceException Gone();",
                "The message of 'a.b' has control characters"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, {|CMN6013:\"x\\ud83dy\"|})] public static partial ServiceException Gone();",
                "The message of 'a.b' has control characters"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException Gone([Internal] FieldError[] {|CMN6018:errors|});",
                "'errors' is a list of errors, which goes to the caller, so that it cannot be [Internal]"
            },
            {
                "static void M() { [{|CMN6010:Error(\"a.b\", ErrorKind.NotFound, \"None.\")|}] static ServiceException Gone() => null!; Gone(); }",
                "'Gone' cannot be an error: it must be partial and have no body"
            },
            {
                "[Error(\"a.b\", {|CMN6015:(ErrorKind)17|}, \"None.\")] public static partial ServiceException Gone();",
                "17 is not a declared ErrorKind"
            },
            {
                "[Error(\"a.b\", {|CMN6015:(ErrorKind)0|}, \"None.\")] public static partial ServiceException Gone();",
                "0 is not a declared ErrorKind"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, {|CMN6013:\"  \"|})] public static partial ServiceException Gone();",
                "The message of 'a.b' is empty"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, {|CMN6013:\"x\\ny\"|})] public static partial ServiceException Gone();",
                "The message of 'a.b' has control characters"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"No {|CMN6013:}|}id.\")] public static partial ServiceException Gone(int id);",
                "The message of 'a.b' has a brace without its partner; a brace itself is written twice"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"No {|CMN6014:{orderID}|}.\")] public static partial ServiceException Gone(long orderId, string sku);",
                "The message names 'orderID', which is no parameter of the method; it may name {orderId}, {sku}"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"No {|CMN6014:{id:N2}|}.\")] public static partial ServiceException Gone(int id);",
                "The message names 'id:N2', which is no parameter of the method; it may name {id}"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"No {|CMN6014:{}|}.\")] public static partial ServiceException Gone();",
                "The message names '', which is no parameter of the method; there is none to name"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, {|CMN6014:\"No \\\"{id}\\\".\"|})] public static partial ServiceException Gone();",
                "The message names 'id', which is no parameter of the method; there is none to name"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"No {|CMN6014:{row}|}.\")] public static partial ServiceException Gone([Internal] int row);",
                "The message names 'row', which goes to the log only, so that the caller may not read it"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"No {|CMN6014:{cause}|}.\")] public static partial ServiceException Gone(Exception cause);",
                "The message names 'cause', which is no field"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException Gone(Exception cause, ArgumentException {|CMN6016:other|});",
                "'other' is a second cause; an error has one"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException Gone(FieldError[] a, List<FieldError> {|CMN6016:b|});",
                "'b' is a second list of errors; an error has one"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException Gone(Common.Config.Secret {|CMN6017:key|});",
                "'key' is a Secret, which goes neither to the caller nor to the log"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException Gone([Internal] string {|CMN6017:dbPassword|});",
                "'dbPassword' is named like a secret; drop it, or say [NotSecret(\"why\")]"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException Gone(object {|CMN6018:thing|});",
                "'thing' is of type 'object', which has no text of its own; take the values of it that matter"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException Gone([Field(\"Id\")] int {|CMN6018:id|});",
                "'id' is written as 'Id', which is not in snake_case, such as 'order_id'"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException Gone(int orderId, [Field(\"order_id\")] int {|CMN6018:other|});",
                "'other' is written as 'order_id', which is there already"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException Gone(ref int {|CMN6018:id|});",
                "'id' must not be ref or out"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial Exception {|CMN6010:Gone|}();",
                "'Gone' cannot be an error: it must return ServiceException"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException? {|CMN6010:Gone|}();",
                "'Gone' cannot be an error: it must return ServiceException, never null"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException {|CMN6010:Gone|}<T>();",
                "'Gone' cannot be an error: it must not be generic"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException {|CMN6010:Gone|}(this string sku);",
                "'Gone' cannot be an error: it must not be an extension method"
            },
            {
                "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static partial ServiceException {|CMN6010:Gone|}(); public static int Gone(int a) => a;",
                "'Gone' cannot be an error: another member of its type has that name, and codes are listed by method name"
            },
        };

    [Theory]
    [MemberData(nameof(WrongDeclarations))]
    public Task Error_is_refused(string declaration, string message) =>
        Test.WithSource(ErrorSources.Class(declaration)).ReportsAsync(message);

    [Fact]
    public Task Error_without_partial_is_refused() =>
        RoslynTest
            .Analyzer<ErrorAnalyzer>()
            .WithExceptions()
            .WithSource(
                ErrorSources.Class(
                    "[Error(\"a.b\", ErrorKind.NotFound, \"None.\")] public static ServiceException {|CMN6010:Gone|}() => null!;"
                )
            )
            .ReportsAsync("'Gone' cannot be an error: it must be partial and have no body");

    [Fact]
    public Task Error_of_a_type_of_one_file_is_refused() =>
        Test.WithCompilerErrors("CS8795")
            .WithSource(
                """
                using Common.Abstractions;
                using Common.Exceptions;

                file static partial class OrderErrors
                {
                    [Error("a.b", ErrorKind.NotFound, "None.")] public static partial ServiceException {|CMN6010:Gone|}();
                }
                """
            )
            .ReportsAsync(
                "'Gone' cannot be an error: its type 'OrderErrors' must not be of one file only"
            );

    [Fact]
    public Task Same_code_is_refused_at_the_second() =>
        Test.WithSource(
                ErrorSources.Class(
                    """
                    [Error("a.b", ErrorKind.NotFound, "None.")] public static partial ServiceException First();
                    [Error("a.c", ErrorKind.NotFound, "None.")] public static partial ServiceException Second();
                    [Error({|CMN6011:"a.b"|}, ErrorKind.Internal, "None.")] public static partial ServiceException Third();
                    """
                )
            )
            .ReportsAsync("Error code 'a.b' is already that of 'First'");

    [Fact]
    public Task Same_code_is_refused_beside_what_the_generator_wrote() =>
        RoslynTest
            .Analyzer<ErrorAnalyzer>()
            .WithGenerator<ErrorGenerator>()
            .WithExceptions()
            .WithSource(
                ErrorSources.Class(
                    """
                    [Error("a.b", ErrorKind.NotFound, "None.")] public static partial ServiceException First();
                    [Error({|CMN6011:"a.b"|}, ErrorKind.Internal, "None.")] public static partial ServiceException Second();
                    """
                )
            )
            .ReportsAsync("Error code 'a.b' is already that of 'First'");

    [Theory]
    [InlineData("\"None.\"", "")]
    [InlineData("\"No {id} of {{{total}}}.\"", "long id, decimal total")]
    [InlineData("\"No {order_id}.\"", "long orderId")]
    [InlineData("@\"No {id}.\"", "Guid? id")]
    [InlineData("\"No {at}.\"", "Instant at, [Internal] int row, Exception? cause = null")]
    [InlineData("\"Wrong.\"", "IReadOnlyList<FieldError> errors, Duration? retryAfter = null")]
    [InlineData("\"No {id}.\"", "scoped in Guid id, params FieldError[] errors")]
    [InlineData("\"No {kind}.\"", "DayOfWeek kind, [NotSecret(\"a flag\")] bool hasPassword")]
    public Task Error_is_accepted(string message, string parameters) =>
        Test.WithSource(
                ErrorSources.Class(
                    $"[Error(\"a.b\", ErrorKind.NotFound, {message})] public static partial ServiceException Gone({parameters});"
                )
            )
            .ReportsAsync();

    [Fact]
    public void KindNumbers_are_those_of_the_enumeration()
    {
        foreach (var kind in Enum.GetValues<ErrorKind>())
        {
            Assert.Equal(kind.ToString(), KindNumbers.Name((int)kind));
            Assert.Equal(kind.ToHttpStatus(), KindNumbers.Status((int)kind));
        }

        Assert.Equal(
            Enum.GetValues<ErrorKind>().Length,
            Enumerable.Range(-1, 30).Count(KindNumbers.IsDeclared)
        );
    }

    [Fact]
    public void IsCode_takes_100_characters_and_not_101()
    {
        Assert.True(ErrorReader.IsCode("a." + new string('b', 98)));
        Assert.False(ErrorReader.IsCode("a." + new string('b', 99)));
        Assert.All(
            ["", "a", "a.", ".a", "a..b", "A.b", "a.1", "a._b", "a.b\n", "a-b.c"],
            code => Assert.False(ErrorReader.IsCode(code), code)
        );
    }
}
