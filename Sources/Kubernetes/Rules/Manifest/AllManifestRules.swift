public import YAML

extension ManifestRules {
  /// Every rule of the category `manifest`, in the order of the documentation.
  public static let all: [Rule] = [
    notAnObject,
    missingKind,
    missingAPIVersion,
    unknownKind,
    removedAPI,
    deprecatedAPI,
    apiOffByDefault,
    notAppliable,
    listItem,
    unknownField,
    fieldNotInVersion,
    wrongType,
    numberRange,
    badQuantity,
    badTime,
    badBase64,
    tooDeep,
    duplicateListKey,
    nullListElement,
    generateName,
    serverFields,
    namespaceOnClusterScoped,
    customRequired,
    customValue,
    customBounds,
    customPattern,
    customFormat,
    customAlternatives,
    duplicateItem,
    embeddedResource,
  ]
}
