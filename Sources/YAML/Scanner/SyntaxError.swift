/// Why a document cannot be scanned or parsed any further.
struct SyntaxError: Error {
  enum Problem: UInt8, CaseIterable {
    // The scanner's.
    case cannotStartToken, missingColon, sequenceEntryNotAllowed, keyNotAllowed, valueNotAllowed
    case tooDeep, directiveName, directiveUnknown, directiveVersion, directiveTag, directiveRest
    case anchorName, tagForm, blockScalarHeader, blockScalarIndicatorZero, blockScalarTab
    case plainScalarTab, unclosedQuote, markerInQuotes, unknownEscape, badEscapeDigits
    case badEscapeValue
    // The parser's.
    case documentStartExpected, incompatibleVersion, repeatedDirective, undefinedHandle
    case nodeExpected, sequenceEntryExpected, keyExpected, flowSequenceSeparator
    case flowMappingSeparator
    // The composer's.
    case tooManyNodes
  }

  var problem: Problem
  /// Where a reader of the file sees it.
  var offset: Int
  /// Where the construct that it breaks began (an opening quote or bracket, a key).
  var context: Int?
}
