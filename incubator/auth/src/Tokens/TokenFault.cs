namespace Common.Incubator.Auth;

/// <summary>Says why a token is not believed. For the log; the caller learns only that it is not.</summary>
public enum TokenFault
{
    /// <summary>It is believed.</summary>
    None,

    /// <summary>There is none, or it is longer than 8 KiB.</summary>
    Length,

    /// <summary>It is not a signed token of RFC 7519, or its header calls critical what nobody here understands.</summary>
    Form,

    /// <summary>Its algorithm is not allowed.</summary>
    Algorithm,

    /// <summary>No key that is known made its signature.</summary>
    Signature,

    /// <summary>It is of another issuer.</summary>
    Issuer,

    /// <summary>It is for another audience.</summary>
    Audience,

    /// <summary>It has no times, is expired, not valid yet, or valid for too long.</summary>
    Lifetime,

    /// <summary>Its subject, tenant or roles are missing, ill-formed, or more than a context holds.</summary>
    Claims,

    /// <summary>The keys can't be had at the moment.</summary>
    Keys,
}
