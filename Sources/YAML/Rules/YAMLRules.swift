/// The rules about YAML itself: what the agent's reader refuses, and what it takes in another way
/// than people mean it.
public enum YAMLRules {
  /// Every rule of the category `yaml`, in the order of the documentation.
  public static let all: [Rule] = [
    character, tabIndentation, unclosedQuote, unclosedBracket, flowSyntax, indentation,
    nestedMapping, missingColon, trailingText, reservedCharacter, escape, blockScalar, tag,
    directive, documentSeparator, jsonSyntax,
    unknownAnchor, recursiveAlias, aliasExpansion, mergeValue, keyKind, tagValue, notFinite,
    tooDeep, tooLarge,
    duplicateKey, ambiguousKey, keyNotText, wordBoolean, octal, numberChanged, sexagesimal,
    mergeOverrides, ignoredContent, separatorComment, separatorInBlock, invisibleBreak,
    loneCarriageReturn, invisibleBlank, byteOrderMark, bidirectional, customTag, binary, utf16,
    tabSeparation, finalNewline,
  ]
}
