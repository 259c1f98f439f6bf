using System;
using System.Collections.Generic;
using Microsoft.Extensions.Options;

namespace Common.Incubator.Auth;

/// <summary>Stops the start where operators put a rule in place of one of the code that is wrong.</summary>
internal sealed class PolicyRulesCheck(IReadOnlyList<PolicyRule> rules)
    : IValidateOptions<PolicyOptions>
{
    public ValidateOptionsResult Validate(string? name, PolicyOptions options)
    {
        try
        {
            _ = new PolicyEnforcer(rules, options);
            return ValidateOptionsResult.Success;
        }
        catch (FormatException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message.Split('\n'));
        }
    }
}
