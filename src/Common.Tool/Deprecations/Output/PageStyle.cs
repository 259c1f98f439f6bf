using System.Security.Cryptography;
using System.Text;

namespace Common.Tool.Deprecations.Output;

/// <summary>The style of a report's page: for wide and narrow windows, light and dark, and paper.</summary>
internal static class PageStyle
{
    /// <summary>The text of the style element.</summary>
    public const string Text = """

        :root { color-scheme: light dark; --ink: #1c2128; --faint: #59636e; --line: #d1d9e0; --band: #f6f8fa; --paper: #ffffff; --notice: #d4a72c; --last: #bc4c00; --gone: #b3202a; --waived: #1a7f37; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --faint: #9198a1; --line: #3d444d; --band: #151b23; --paper: #0d1117; --notice: #bb8009; --last: #f0883e; --gone: #f85149; --waived: #3fb950; } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
        code, td.place { font: 13px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
        .faint { color: var(--faint); } .removed, .gone-in-target { color: var(--gone); } .last-release { color: var(--last); } .waived { color: var(--waived); }
        h2.deprecated { color: var(--notice); filter: brightness(.8); }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; } td, th { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        th { color: var(--faint); font-weight: 500; } th.project { width: 18%; } th.silenced { width: 26%; } th.manual { width: 26%; }
        details { margin: 1rem 0; } summary { cursor: pointer; } details p { margin: .25rem 0 .5rem; }
        .calendar { overflow-x: auto; } svg { display: block; font: 12px system-ui, sans-serif; } svg text { fill: var(--ink); } svg .axis { stroke: var(--line); } svg .release { fill: var(--faint); font-weight: 600; } svg .band { fill: var(--band); }
        svg .notice { fill: var(--notice); } svg .last { fill: var(--last); } svg .gone { stroke: var(--gone); stroke-width: 2.5; stroke-linecap: round; fill: none; } svg .here { fill: var(--paper); stroke: var(--ink); stroke-width: 2; } svg .ring { fill: none; } svg .surface { fill: var(--faint); }
        @media (max-width: 40rem) { table, tbody, tr, td { display: block; } tr:has(th) { display: none; } tr { border-bottom: 1px solid var(--line); padding: .25rem 0; } td { border: 0; padding: 0; } }
        @media print { body { max-width: none; margin: 0; font-size: 11px; } svg { max-width: 100%; height: auto; } svg, h2 { print-color-adjust: exact; } tr, summary, svg g { break-inside: avoid; } h2, summary { break-after: avoid; } .calendar { overflow: visible; } }

        """;

    /// <summary>What a content security policy names to allow this style and no other.</summary>
    public static string Source =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";
}
