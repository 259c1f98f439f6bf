using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Common.Tool.Shell;

namespace Common.Tool.Events;

/// <summary>Reads the catalogue that generators embedded in an assembly, without running its code.</summary>
internal static class CatalogueMetadata
{
    /// <summary>Whether a file is an assembly that has metadata.</summary>
    /// <param name="file">The path of a file.</param>
    public static bool IsAssembly(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var image = new PEReader(stream);
            return image.HasMetadata && image.GetMetadataReader().IsAssembly;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true; // whoever reads it says why it can't be read
        }
    }

    /// <summary>Gives the entries of one surface, each a JSON object.</summary>
    /// <param name="file">The path of an assembly.</param>
    /// <param name="surface">Such as <c>event</c>.</param>
    /// <returns>The entries; none of a file that is no managed assembly.</returns>
    public static IReadOnlyList<string> Read(string file, string surface)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var image = new PEReader(stream);
            if (!image.HasMetadata)
            {
                return [];
            }

            var metadata = image.GetMetadataReader();
            return metadata.IsAssembly
                ? [.. EntriesOf(metadata).Where(e => e.Surface == surface).Select(e => e.Json)]
                : [];
        }
        catch (BadImageFormatException)
        {
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{file}: it cannot be read: {exception.Message}",
                exception
            );
        }
    }

    private static IEnumerable<(string Surface, string Json)> EntriesOf(MetadataReader metadata)
    {
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsEntry(metadata, attribute))
            {
                continue;
            }

            // The blob's form is that of ECMA-335, II.23.3: a prolog, then the two strings.
            var blob = metadata.GetBlobReader(attribute.Value);
            if (blob.ReadUInt16() == 1)
            {
                yield return (
                    blob.ReadSerializedString() ?? string.Empty,
                    blob.ReadSerializedString() ?? string.Empty
                );
            }
        }
    }

    private static bool IsEntry(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind == HandleKind.MemberReference)
        {
            var parent = metadata
                .GetMemberReference((MemberReferenceHandle)attribute.Constructor)
                .Parent;
            if (parent.Kind != HandleKind.TypeReference)
            {
                return false;
            }

            var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
            return metadata.StringComparer.Equals(type.Name, "CatalogueEntryAttribute")
                && metadata.StringComparer.Equals(type.Namespace, "Common.Abstractions");
        }

        return false;
    }
}
