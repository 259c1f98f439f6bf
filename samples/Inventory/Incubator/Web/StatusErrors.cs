#nullable enable
using System;
using System.Collections.Generic;
using System.Globalization;
using Common.Abstractions;
using Common.Exceptions;

namespace Inventory.Incubator.Web;

/// <summary>The errors that the server and the router tell by a status alone, with a code and a sentence for the caller.</summary>
internal static class StatusErrors
{
    /// <summary>Says what a status means that was set without an exception, or that came with one of the server's.</summary>
    /// <param name="status">A status from 400 to 599.</param>
    /// <param name="cause">What the server threw, for the log, or <see langword="null"/>.</param>
    /// <param name="errors">What is wrong with the request, field by field.</param>
    public static ServiceException Of(
        int status,
        Exception? cause = null,
        IReadOnlyList<FieldError>? errors = null
    )
    {
        var (code, message) = Describe(status);
        return new ServiceException(
            ErrorKindExtensions.FromHttpStatus(status, isIdempotent: true),
            code,
            message,
            innerException: cause
        )
        {
            Errors = errors ?? [],
        };
    }

    private static (string Code, string Message) Describe(int status) =>
        status switch
        {
            400 => ("request.malformed", "The request cannot be read."),
            401 => ("request.unauthenticated", "The service does not know who is asking."),
            403 => ("request.forbidden", "The caller may not do this."),
            404 => ("route.not_found", "There is nothing at this address."),
            405 => ("route.method_not_allowed", "This address does not take this method."),
            408 => ("request.too_slow", "The request took too long to arrive."),
            413 => ("request.too_large", "The request is larger than the service takes."),
            414 => ("request.address_too_long", "The address is longer than the service takes."),
            415 => ("request.media_type", "The service does not read this media type."),
            431 => ("request.headers_too_large", "The headers are larger than the service takes."),
            _ => (
                string.Create(CultureInfo.InvariantCulture, $"http.status_{status}"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The request ended with status {status}."
                )
            ),
        };
}
