namespace Common.Analyzers.Tests.Errors;

/// <summary>What the tested code declares errors with: the parts of Common.Exceptions that generated code calls.</summary>
internal static class ErrorSources
{
    public const string Exceptions = """
        namespace Common.Exceptions
        {
            using Common.Abstractions;

            public sealed class ServiceException(ErrorKind kind, string code, string publicMessage, string? detail = null, System.Exception? innerException = null)
                : System.Exception(publicMessage, innerException)
            {
                public ErrorKind Kind => kind;
                public string Code => code;
                public string PublicMessage => Message;
                public string? Detail => detail;
                public System.Collections.Generic.IReadOnlyList<FieldError> Errors { get; init; } = [];
            }

            public sealed record FieldError(string Pointer, string Code, string Message);

            public sealed class Boundary(string dependency, params System.Collections.Generic.IEnumerable<string> forwards)
            {
                public string Dependency => dependency;
                public object Forwards => forwards;
            }

            public readonly record struct ErrorField(string Name, ErrorValue Value);

            public readonly struct ErrorValue
            {
                public static ErrorValue From<T>(T value) => default;
            }

            public sealed class ErrorDeclaration(ErrorKind kind, string code, string template)
            {
                public ServiceException Make(ErrorField[] fields, ErrorField[] internalFields, System.Exception? cause,
                    System.Collections.Generic.IEnumerable<FieldError>? errors, NodaTime.Duration? retryAfter) => new(kind, code, template);
            }
        }

        namespace Common.Config
        {
            public sealed class Secret;
        }
        """;

    /// <summary>A project with those parts.</summary>
    public static RoslynTest WithExceptions(this RoslynTest test) =>
        test.WithSource(Exceptions, "/project/Exceptions.cs");

    /// <summary>A class with members.</summary>
    public static string Class(string members) =>
        $$"""
            using System;
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Common.Abstractions;
            using Common.Exceptions;
            using Microsoft.Extensions.Logging;
            using NodaTime;

            namespace Orders;

            internal static partial class OrderErrors
            {
                {{members}}
            }
            """;
}
