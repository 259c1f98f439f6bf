using System.ComponentModel.DataAnnotations;
using Common.Abstractions;

namespace CommonService;

/// <summary>How the service greets.</summary>
[ConfigSection("Greeting")]
public sealed partial class GreetingOptions
{
    /// <summary>What stands before the name.</summary>
    [StringLength(40, MinimumLength = 1)]
    public string Salutation { get; init; } = "Hello";

    /// <summary>How many characters a name may have.</summary>
    [Range(1, 200)]
    public int MaxNameLength { get; init; } = 50;
}
