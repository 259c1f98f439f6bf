using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Common.Logging.Internal;
using FsCheck;
using FsCheck.Fluent;

namespace Common.Logging.Tests;

public sealed class NumberTextTests
{
    private static string Text(double value)
    {
        var bytes = new byte[NumberText.MaxLength];
        return TextUpTo(bytes, ref NumberText.Write(ref bytes[0], value));
    }

    private static string Text(decimal value)
    {
        var bytes = new byte[NumberText.MaxLength];
        return TextUpTo(bytes, ref NumberText.Write(ref bytes[0], value));
    }

    private static string Text(long value)
    {
        var bytes = new byte[NumberText.MaxLength];
        return TextUpTo(bytes, ref NumberText.Write(ref bytes[0], value));
    }

    private static string Text(ulong value)
    {
        var bytes = new byte[NumberText.MaxLength];
        return TextUpTo(bytes, ref NumberText.Write(ref bytes[0], value));
    }

    private static string TextUpTo(byte[] bytes, ref byte end) =>
        Encoding.UTF8.GetString(bytes, 0, (int)Unsafe.ByteOffset(ref bytes[0], ref end));

    [Fact]
    public void Write_whole_number_is_the_platforms_text_at_each_power_of_10()
    {
        for (UInt128 power = 1; power <= ulong.MaxValue; power *= 10)
        {
            foreach (var value in new[] { (ulong)power - 1, (ulong)power, (ulong)power + 1 })
            {
                Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Text(value));
                var negative = -(long)(value >> 1);
                Assert.Equal(negative.ToString(CultureInfo.InvariantCulture), Text(negative));
            }
        }

        Assert.Equal("18446744073709551615", Text(ulong.MaxValue));
        Assert.Equal("-9223372036854775808", Text(long.MinValue));
    }

    [Fact]
    public void Write_whole_number_is_the_platforms_text() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll<long>(value => Text(value) == value.ToString(CultureInfo.InvariantCulture))
        );

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(1.0, "1")]
    [InlineData(129.95, "129.95")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(123456.7891, "123456.7891")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e300, "1E+300")]
    [InlineData(double.Epsilon, "5E-324")]
    [InlineData(99999999999.9999, "99999999999.9999")]
    public void Write_double_is_the_shortest_text_that_reads_back(double value, string text) =>
        Assert.Equal(text, Text(value));

    [Fact]
    public void Write_double_is_the_platforms_text() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll<double>(value =>
                !double.IsFinite(value)
                || Text(value) == value.ToString(CultureInfo.InvariantCulture)
            )
        );

    [Fact]
    public void Write_double_with_few_decimals_is_the_platforms_text() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll<int, byte>(
                (digits, decimals) =>
                {
                    var value = digits / Math.Pow(10, decimals % 7);
                    return Text(value) == value.ToString(CultureInfo.InvariantCulture);
                }
            )
        );

    [Fact]
    public void Write_decimal_is_the_platforms_text() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll<decimal>(value =>
                Text(value) == value.ToString(CultureInfo.InvariantCulture)
            )
        );

    [Theory]
    [InlineData("0")]
    [InlineData("-0.00")]
    [InlineData("129.90")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("18446744073709551615.5")]
    public void Write_decimal_keeps_all_digits(string text)
    {
        var value = decimal.Parse(text, CultureInfo.InvariantCulture);
        Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Text(value));
    }
}
