using Microsoft.Extensions.Options;

namespace Common.Incubator.Auth;

/// <summary>Stops the start where the configuration names an algorithm that may not be believed.</summary>
internal sealed class TokenAlgorithmsCheck : IValidateOptions<TokenOptions>
{
    public ValidateOptionsResult Validate(string? name, TokenOptions options) =>
        TokenAlgorithms.FaultOf(options.Algorithms) is { } fault
            ? ValidateOptionsResult.Fail(fault)
            : ValidateOptionsResult.Success;
}
