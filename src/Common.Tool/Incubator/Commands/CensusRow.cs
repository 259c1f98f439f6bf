namespace Common.Tool.Incubator.Commands;

/// <summary>One copy that a census found.</summary>
/// <param name="Service">The folder of the service.</param>
/// <param name="Module">The module.</param>
/// <param name="Incubator">The incubator that it came from.</param>
/// <param name="Version">The version that the copy has.</param>
/// <param name="Edited">How many of its files differ from what was copied.</param>
internal sealed record CensusRow(
    string Service,
    string Module,
    string Incubator,
    string Version,
    int Edited
);
