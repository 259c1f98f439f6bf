#nullable enable
using System;

namespace Inventory.Incubator.Web;

/// <summary>An exception of the request that somebody further in has caught for the boundary.</summary>
internal sealed record CaughtException(Exception Exception);
