using System.Buffers.Binary;
using System.Text;

namespace Common.Logging.Tests.Providers;

/// <summary>A message of protobuf, read by field numbers; see the encoding in protobuf.dev/programming-guides/encoding.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public ProtoMessage(ReadOnlyMemory<byte> bytes)
    {
        var position = 0;
        while (position < bytes.Length)
        {
            var key = ReadVarint(bytes.Span, ref position);
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((number, ReadVarint(bytes.Span, ref position), default));
                    break;
                case 1:
                    _fields.Add(
                        (
                            number,
                            BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[position..]),
                            default
                        )
                    );
                    position += 8;
                    break;
                case 2:
                    var length = (int)ReadVarint(bytes.Span, ref position);
                    _fields.Add((number, 0, bytes.Slice(position, length)));
                    position += length;
                    break;
                case 5:
                    _fields.Add(
                        (
                            number,
                            BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[position..]),
                            default
                        )
                    );
                    position += 4;
                    break;
                default:
                    throw new InvalidDataException($"There is no wire type {key & 7}.");
            }
        }
    }

    public bool Has(int number) => _fields.Exists(field => field.Number == number);

    /// <summary>The last value of a number, as protobuf wants it; 0 if there is none.</summary>
    public ulong Number(int number) => _fields.FindLast(field => field.Number == number).Value;

    public ReadOnlyMemory<byte> Bytes(int number) =>
        _fields.FindLast(field => field.Number == number).Bytes;

    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number).Span);

    public ProtoMessage Message(int number) => new(Bytes(number));

    public IEnumerable<ProtoMessage> Messages(int number) =>
        _fields
            .Where(field => field.Number == number)
            .Select(field => new ProtoMessage(field.Bytes));

    private static ulong ReadVarint(ReadOnlySpan<byte> bytes, ref int position)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
