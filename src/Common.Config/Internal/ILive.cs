namespace Common.Config.Internal;

/// <summary>Keeps the options of one section at hand for those who read them.</summary>
internal interface ILive
{
    /// <summary>Takes the options of a picture; none of null, or of a picture that has not finished them yet: the next reader asks the store.</summary>
    void Show(ConfigSnapshot? snapshot);
}
