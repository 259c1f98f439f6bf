using Common.Abstractions;
using Common.Exceptions;

namespace CommonService;

internal static partial class GreetingErrors
{
    [Error(
        "greeting.name_too_long",
        ErrorKind.InvalidArgument,
        "A name has at most {maxLength} characters."
    )]
    public static partial ServiceException NameTooLong(int maxLength);
}
