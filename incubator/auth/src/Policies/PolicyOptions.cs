using System.Collections.Generic;
using Common.Abstractions;

namespace Common.Incubator.Auth;

/// <summary>What operators say in place of the defaults of the code.</summary>
[ConfigSection("Common:Auth:Policies")]
public sealed partial class PolicyOptions
{
    /// <summary>Policies by the names of their rules.</summary>
    /// <value>The default is empty: each rule says what the code says.</value>
    public IReadOnlyDictionary<string, string> Rules { get; init; } =
        new Dictionary<string, string>();
}
