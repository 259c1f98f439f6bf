#nullable enable
using System;
using Common.Exceptions;

namespace Inventory.Incubator.Web;

/// <summary>How a request failed.</summary>
/// <param name="Error">What the caller is told.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Thrown">What was caught; <see langword="null"/> where only a status was set.</param>
internal sealed record RequestFailure(ServiceException Error, int Status, Exception? Thrown = null);
