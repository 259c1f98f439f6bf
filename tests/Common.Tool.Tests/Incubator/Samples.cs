namespace Common.Tool.Tests.Incubator;

/// <summary>Texts of a small module.</summary>
internal static class Samples
{
    public const string Greeter = """
        using System;

        namespace Common.Incubator.Greet;

        /// <summary>Greets.</summary>
        public sealed class Greeter
        {
            /// <summary>Greets someone.</summary>
            public string Greet(string name)
            {
                ArgumentNullException.ThrowIfNull(name);
                return "Hello, " + name;
            }

            /// <summary>Says goodbye.</summary>
            public string Leave(string name)
            {
                ArgumentNullException.ThrowIfNull(name);
                return "Goodbye, " + name;
            }
        }

        """;

    public const string Parting = """
        namespace Common.Incubator.Greet;

        /// <summary>How a greeting ends. See <see cref="Common.Incubator.Greet.Greeter"/>.</summary>
        public enum Parting
        {
            Formal,
            Warm,
        }

        """;

    /// <summary>Makes a scene with the module <c>greet</c>.</summary>
    public static IncubatorScene Scene()
    {
        var scene = new IncubatorScene();
        scene.Module("greet");
        scene.WriteUpstream("greet/src/Greeter.cs", Greeter);
        scene.WriteUpstream("greet/src/Endings/Parting.cs", Parting);
        return scene;
    }
}
