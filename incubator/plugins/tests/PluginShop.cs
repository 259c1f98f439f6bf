using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;

namespace Common.Incubator.Plugins.Tests;

/// <summary>A folder of plugins whose assemblies are written on the spot.</summary>
internal sealed class PluginShop : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("common-plugins-").FullName;

    /// <summary>Writes a plugin that greets with a word, or throws if the word is empty.</summary>
    public void Add(
        string name,
        string word,
        string contract = "greetings",
        string contractVersion = "1.0",
        string hooks = "",
        bool implements = true,
        bool endsBadly = false
    )
    {
        var folder = Path.Combine(Folder, name);
        Directory.CreateDirectory(folder);
        WriteAssembly(Path.Combine(folder, "Plug.dll"), word, implements, endsBadly);
        Manifest(
            name,
            $$"""{ "name": "{{name}}", "version": "2.0.0", "contract": "{{contract}}", "contractVersion": "{{contractVersion}}", "assembly": "Plug.dll", "type": "Plug.Greeter", "hooks": [{{hooks}}] }"""
        );
    }

    public void Manifest(string name, string json)
    {
        var folder = Path.Combine(Folder, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "plugin.json"), json);
    }

    public PluginOptions Options() => new() { Folder = Folder, AllowWritableFolder = true };

    public PluginCatalogue Read() => PluginCatalogue.Read(Options());

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void WriteAssembly(string path, string word, bool implements, bool endsBadly)
    {
        var assembly = new PersistedAssemblyBuilder(
            new AssemblyName("Plug"),
            typeof(object).Assembly
        );
        var type = assembly
            .DefineDynamicModule("Plug")
            .DefineType("Plug.Greeter", TypeAttributes.Public | TypeAttributes.Sealed);
        if (implements)
        {
            type.AddInterfaceImplementation(typeof(IGreeter));
        }

        if (endsBadly)
        {
            type.AddInterfaceImplementation(typeof(IDisposable));
            type.DefineMethod("Dispose", MethodAttributes.Public | MethodAttributes.Virtual)
                .GetILGenerator()
                .ThrowException(typeof(NotSupportedException));
        }

        var greet = type.DefineMethod(
            "Greet",
            MethodAttributes.Public | MethodAttributes.Virtual,
            typeof(string),
            [typeof(string)]
        );
        var code = greet.GetILGenerator();
        if (word.Length == 0)
        {
            code.ThrowException(typeof(NotSupportedException));
        }
        else
        {
            code.Emit(OpCodes.Ldstr, word + " ");
            code.Emit(OpCodes.Ldarg_1);
            code.Emit(
                OpCodes.Call,
                typeof(string)
                    .GetMethods()
                    .Single(method =>
                        method.Name == "Concat"
                        && method
                            .GetParameters()
                            .Select(parameter => parameter.ParameterType)
                            .SequenceEqual([typeof(string), typeof(string)])
                    )
            );
            code.Emit(OpCodes.Ret);
        }

        type.CreateType();
        assembly.Save(path);
    }
}
