using System.Globalization;

namespace RabbitMqChecks;

/// <summary>Counts what holds.</summary>
internal sealed class Tally
{
    private int _passed;
    private int _failed;

    public int ExitCode => _failed == 0 ? 0 : 1;

    public void Check(string what, bool holds, string seen)
    {
        if (holds)
        {
            _passed++;
        }
        else
        {
            _failed++;
            Console.WriteLine($"FAILED: {what}; seen: {seen}");
        }
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_passed} passed, {_failed} failed, 0 skipped"
        );
}
