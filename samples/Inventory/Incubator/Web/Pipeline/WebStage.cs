#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Builder;

namespace Inventory.Incubator.Web;

/// <summary>A named part of the pipeline, which operators may leave out or move as far as it allows.</summary>
/// <remarks>Immutable. <see cref="Before"/> and <see cref="After"/> hold where both stages are there; they bring no stage in.</remarks>
public sealed record WebStage
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 40;

    /// <summary>Makes a stage.</summary>
    /// <param name="name">Its name: 1 to 40 lower-case letters, digits and dashes, a letter first.</param>
    /// <param name="use">Adds its middleware.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> has another form.</exception>
    public WebStage(string name, Action<IApplicationBuilder> use)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(use);
        if (!IsName(name))
        {
            throw new ArgumentException(
                $"The name of a stage is 1 to {MaxNameLength} lower-case letters, digits and dashes, a letter first.",
                nameof(name)
            );
        }

        Name = name;
        Use = use;
    }

    /// <summary>What the configuration calls it.</summary>
    public string Name { get; }

    /// <summary>Adds its middleware.</summary>
    public Action<IApplicationBuilder> Use { get; }

    /// <summary>The stages that must come after this one.</summary>
    /// <value>Empty, by default.</value>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The stages that must come before this one.</summary>
    /// <value>Empty, by default.</value>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Whether it is there as long as the configuration names no stages.</summary>
    /// <value><see langword="true"/>, by default.</value>
    public bool IsOn { get; init; } = true;

    /// <summary>Whether no configuration may leave it out.</summary>
    /// <value><see langword="false"/>, by default.</value>
    public bool IsRequired { get; init; }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength
        && char.IsAsciiLetterLower(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
