using System.Diagnostics.CodeAnalysis;
using Common.Config.Internal.Sources;

namespace Common.Config.Binding;

/// <summary>A secret: its text, or <c>{"File": "/run/secrets/db"}</c> for a file that holds it.</summary>
internal sealed class SecretType() : ConfigType<Secret>("secret")
{
    /// <summary>The part that names a file.</summary>
    public const string File = "File";

    internal override bool IsSecret => true;

    internal override bool IsComposite => true;

    internal override bool ReplacesWhole => true;

    internal override IEnumerable<string> PartNames => [File];

    internal override ConfigType? PartType(string name) =>
        name.Equals(File, StringComparison.OrdinalIgnoreCase) ? ConfigTypes.String : null;

    internal override bool TryBind(
        ConfigNode node,
        BindContext context,
        [MaybeNullWhen(false)] out Secret value
    )
    {
        value = null;
        if (node.Value is not null)
        {
            value = new Secret(node.Value);
            return true;
        }

        if (node.Find(File) is { Value.Length: > 0 } file)
        {
            return TryRead(node, file, context, out value);
        }

        context.Fail(node, isSecret: true, "it must be a text, or an object with File");
        return false;
    }

    private static bool TryRead(
        ConfigNode node,
        ConfigNode file,
        BindContext context,
        [MaybeNullWhen(false)] out Secret value
    )
    {
        try
        {
            value = new Secret(SecretFile.Read(file.Value!));
            context.SecretFiles.Add(file.Value!);
            context.SecretTexts[node.Key] = value;
            return true;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var why = e is FileNotFoundException or DirectoryNotFoundException
                ? "it must be a file that exists"
                : "it must be a file that the service can read";
            context.MissingFiles.Add(file.Value!);
            context.Fail(file, isSecret: false, why);
            value = null;
            return false;
        }
    }
}
