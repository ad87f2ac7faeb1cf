public import YAML

/// The rules of the agent's configuration file: where it lies, how it decodes, what it means.
public enum AgentRules {
  public static let all: [Rule] = [
    configPath, nameInvalid, notRegularFile, configTooLarge, configMissing, configEmpty,
    configExecutable, none, lastRemoved, notDefaultBranch, notRegistered, registeredWithoutFolder,
    rootNotMapping, unquotedGlob, unknownField, fieldNotInVersion, wrongType, enumValue, enumNumber,
    duration, durationNegative, oneofConflict, required, notInList,
    namespaceName, cadence, laterCheck, credential, gitopsDeprecated, fluxGlob,
    entryLimit, entryDuplicate, entryOtherRoot, entryCovered, entryOwnProject, entryID,
    environmentPattern, accessAsMissing, accessAsTier,
  ]
}
