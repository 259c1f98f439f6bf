namespace Common.Exceptions;

/// <summary>Says what an <see cref="ErrorValue"/> holds; one for each scalar of JSON, numbers apart by exactness.</summary>
public enum ErrorValueKind
{
    /// <summary>Nothing. The kind of <see langword="default"/>.</summary>
    Null = 0,

    /// <summary>A text.</summary>
    Text = 1,

    /// <summary>A whole number of at most 28 digits.</summary>
    Integer = 2,

    /// <summary>A decimal fraction, exact.</summary>
    Decimal = 3,

    /// <summary>A binary fraction, as <see cref="double"/> holds it; never NaN or infinite.</summary>
    Number = 4,

    /// <summary>Yes or no.</summary>
    Boolean = 5,
}
