/// The type of an expression, as far as it is known; `dyn` where it is not.
indirect enum CELType: Equatable, Sendable {
  case dyn
  case bool, int, uint, double, string, bytes, null, duration, timestamp, type
  case list(CELType)
  case map(CELType)
  /// The fields that may be selected.
  case object([String: CELType])

  /// As the server names it.
  var name: String {
    switch self {
    case .dyn: "dyn"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .null: "null_type"
    case .duration: "google.protobuf.Duration"
    case .timestamp: "google.protobuf.Timestamp"
    case .type: "type"
    case .list(let element): "list(\(element.name))"
    case .map(let value): "map(string, \(value.name))"
    case .object: "object"
    }
  }

  /// Types of which no two go together.
  var isPrimitive: Bool {
    switch self {
    case .bool, .int, .uint, .double, .string, .bytes: true
    default: false
    }
  }

  var isNumber: Bool { self == .int || self == .uint || self == .double }
}

/// Finds what the server's compiler would refuse: names that nobody declared and operators that do
/// not take their operands. Where a type cannot be known it says nothing.
struct CELChecker {
  /// The names that stand for values, with their types.
  var variables: [String: CELType]

  func check(_ expression: CELExpression) throws(CELFault) -> CELType {
    switch expression {
    case .literal(let type): return type
    case .identifier(let name, let offset): return try identifier(name, offset)
    case .select(let base, let name, let offset): return try select(base, name, offset)
    case .index(let base, let index):
      _ = try check(index)
      switch try check(base) {
      case .list(let element): return element
      case .map(let value): return value
      default: return .dyn
      }
    case .call(let name, let target, let arguments, let offset):
      return try call(name, target, arguments, offset)
    case .list(let elements):
      var types: [CELType] = []
      for element in elements { types.append(try check(element)) }
      guard let first = types.first, types.allSatisfy({ $0 == first }) else { return .list(.dyn) }
      return .list(first)
    case .map(let entries):
      for (key, value) in entries {
        _ = try check(key)
        _ = try check(value)
      }
      return .map(.dyn)
    case .structure(_, let values):
      for value in values { _ = try check(value) }
      return .dyn
    case .unary(let symbol, let operand, let offset):
      return try unary(symbol, try check(operand), offset)
    case .binary(let symbol, let left, let right, let offset):
      return try binary(symbol, try check(left), try check(right), offset)
    case .conditional(let condition, let yes, let no):
      let type = try check(condition)
      if type.isPrimitive, type != .bool { throw noOverload("_?_:_", [type], 0) }
      let first = try check(yes)
      let second = try check(no)
      return first == second ? first : .dyn
    }
  }

  // MARK: Names

  private static let typeNames: Set<String> = [
    "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type",
    "google", "optional_type",
  ]

  private func identifier(_ name: String, _ offset: Int) throws(CELFault) -> CELType {
    if let type = variables[name] { return type }
    if Self.typeNames.contains(name) { return .type }
    throw CELFault(message: "undeclared reference to '\(name)'", offset: offset)
  }

  private func select(
    _ base: CELExpression, _ name: String, _ offset: Int
  ) throws(CELFault) -> CELType {
    if case .identifier(let root, _) = base, variables[root] == nil,
      Self.namespaces.contains(root) || Self.typeNames.contains(root)
    {
      return .dyn
    }
    switch try check(base) {
    case .object(let fields):
      guard let type = fields[name] else {
        throw CELFault(message: "undefined field '\(name)'", offset: offset)
      }
      return type
    case .map(let value): return value
    case let type where type.isPrimitive:
      throw CELFault(
        message: "type '\(type.name)' does not support field selection", offset: offset)
    default: return .dyn
    }
  }

  // MARK: Functions

  /// What stands before the dot of functions that belong to no value.
  private static let namespaces: Set<String> = [
    "sets", "optional", "ip", "cidr", "format", "math", "strings", "base64", "cel", "lists",
    "semver", "quantity", "Object", "JSONPatch", "google", "jsonpatch",
  ]

  private static let functions: [String: CELType] = [
    "size": .int, "int": .int, "uint": .uint, "double": .double, "string": .string,
    "bytes": .bytes, "bool": .bool, "duration": .duration, "timestamp": .timestamp, "dyn": .dyn,
    "type": .type, "matches": .bool, "has": .bool, "quantity": .dyn, "isQuantity": .bool,
    "url": .dyn, "isURL": .bool, "ip": .dyn, "isIP": .bool, "cidr": .dyn, "isCIDR": .bool,
    "semver": .dyn, "isSemver": .bool,
  ]

  private static let methods: [String: CELType] = [
    "size": .int, "contains": .bool, "startsWith": .bool, "endsWith": .bool, "matches": .bool,
    "lowerAscii": .string, "upperAscii": .string, "trim": .string, "replace": .string,
    "substring": .string, "charAt": .string, "format": .string, "join": .string,
    "reverse": .dyn, "split": .list(.string), "find": .string, "findAll": .list(.string),
    "indexOf": .int, "lastIndexOf": .int, "isSorted": .bool, "sum": .dyn, "min": .dyn, "max": .dyn,
    "getFullYear": .int, "getMonth": .int, "getDate": .int, "getDayOfMonth": .int,
    "getDayOfWeek": .int, "getDayOfYear": .int, "getHours": .int, "getMinutes": .int,
    "getSeconds": .int, "getMilliseconds": .int, "getScheme": .string, "getHost": .string,
    "getHostname": .string, "getPort": .string, "getEscapedPath": .string,
    "getQuery": .map(.list(.string)), "path": .dyn, "group": .dyn, "serviceAccount": .dyn,
    "resource": .dyn, "subresource": .dyn, "namespace": .dyn, "name": .dyn, "check": .dyn,
    "allowed": .bool, "errored": .bool, "error": .string, "reason": .string,
    "fieldSelector": .dyn, "labelSelector": .dyn, "requestResource": .dyn, "isInteger": .bool,
    "asInteger": .int, "asApproximateFloat": .double, "add": .dyn, "sub": .dyn, "sign": .int,
    "isGreaterThan": .bool, "isLessThan": .bool, "compareTo": .int, "family": .int,
    "isUnspecified": .bool, "isLoopback": .bool, "isLinkLocalMulticast": .bool,
    "isLinkLocalUnicast": .bool, "isGlobalUnicast": .bool, "containsIP": .bool,
    "containsCIDR": .bool, "masked": .dyn, "prefixLength": .int, "ip": .dyn, "isCanonical": .bool,
    "validate": .dyn, "named": .dyn, "hasValue": .bool, "value": .dyn, "or": .dyn, "orValue": .dyn,
    "optMap": .dyn, "optFlatMap": .dyn, "major": .int, "minor": .int, "patch": .int,
    "intersects": .bool, "equivalent": .bool, "includes": .bool, "distinct": .dyn, "sort": .dyn,
    "sortBy": .dyn, "slice": .dyn, "flatten": .dyn, "first": .dyn, "last": .dyn, "quote": .string,
    "?": .dyn, "escapeKey": .string,
  ]

  /// Macros that bind a name to each item before the last arguments are looked at.
  private static let macros: Set<String> = [
    "all", "exists", "exists_one", "existsOne", "map", "filter", "transformList", "transformMap",
    "transformMapEntry", "optMap", "optFlatMap", "sortBy",
  ]

  private func call(
    _ name: String, _ target: CELExpression?, _ arguments: [CELExpression], _ offset: Int
  ) throws(CELFault) -> CELType {
    guard let target else {
      if name == "has" {
        guard arguments.count == 1, case .select = arguments[0] else {
          throw CELFault(message: "invalid argument to has() macro", offset: offset)
        }
      }
      for argument in arguments { _ = try check(argument) }
      guard let type = Self.functions[name] else {
        throw CELFault(message: "undeclared reference to '\(name)'", offset: offset)
      }
      return type
    }
    if case .identifier(let root, _) = target, variables[root] == nil,
      Self.namespaces.contains(root)
    {
      if root == "cel" { return .dyn }
      for argument in arguments { _ = try check(argument) }
      return .dyn
    }
    if case .select(.identifier(let root, _), _, _) = target, variables[root] == nil,
      Self.namespaces.contains(root)
    {
      return .dyn
    }
    let type = try check(target)
    if Self.macros.contains(name), arguments.count >= 2,
      case .identifier(let variable, _) = arguments[0]
    {
      return try macro(name, type, variable, arguments)
    }
    for argument in arguments { _ = try check(argument) }
    guard let result = Self.methods[name] else {
      throw CELFault(message: "undeclared reference to '\(name)'", offset: offset)
    }
    return result
  }

  private func macro(
    _ name: String, _ target: CELType, _ variable: String, _ arguments: [CELExpression]
  ) throws(CELFault) -> CELType {
    var inner = self
    switch target {
    case .list(let element): inner.variables[variable] = element
    case .map: inner.variables[variable] = .string
    case .object: inner.variables[variable] = .string
    default: inner.variables[variable] = .dyn
    }
    var rest = arguments.dropFirst()
    // Two variables: index or key, and value.
    if rest.count >= 2, case .identifier(let second, _) = rest.first, variables[second] == nil {
      inner.variables[second] = .dyn
      inner.variables[variable] = .dyn
      rest = rest.dropFirst()
    }
    var last = CELType.dyn
    for argument in rest { last = try inner.check(argument) }
    switch name {
    case "all", "exists", "exists_one", "existsOne":
      if last.isPrimitive, last != .bool { throw noOverload("_&&_", [.bool, last], 0) }
      return .bool
    case "map": return .list(last)
    case "filter": return target
    default: return .dyn
    }
  }

  // MARK: Operators

  private func noOverload(_ name: String, _ types: [CELType], _ offset: Int) -> CELFault {
    let names = types.map(\.name).joined(separator: ", ")
    return CELFault(
      message: "found no matching overload for '\(name)' applied to '(\(names))'", offset: offset)
  }

  private func unary(_ symbol: String, _ type: CELType, _ offset: Int) throws(CELFault) -> CELType {
    if symbol == "!" {
      if type != .bool, type.isPrimitive { throw noOverload("!_", [type], offset) }
      return .bool
    }
    if type.isPrimitive, type != .int, type != .double { throw noOverload("-_", [type], offset) }
    return type
  }

  private func binary(
    _ symbol: String, _ left: CELType, _ right: CELType, _ offset: Int
  ) throws(CELFault) -> CELType {
    let fault = noOverload(symbol == "in" ? "@in" : "_\(symbol)_", [left, right], offset)
    let areKnown = left.isPrimitive && right.isPrimitive
    switch symbol {
    case "&&", "||":
      for type in [left, right] where type.isPrimitive && type != .bool { throw fault }
      return .bool
    case "==", "!=":
      if areKnown, left != right, !(left.isNumber && right.isNumber) { throw fault }
      return .bool
    case "<", "<=", ">", ">=":
      if areKnown, left != right, !(left.isNumber && right.isNumber) { throw fault }
      return .bool
    case "in":
      if right.isPrimitive { throw fault }
      if case .list(let element) = right, element.isPrimitive, left.isPrimitive, element != left {
        throw fault
      }
      return .bool
    default:
      if areKnown, left != right { throw fault }
      if left == .bool || right == .bool { throw fault }
      if symbol != "+", left == .string || right == .string { throw fault }
      if left == right { return left }
      return left == .dyn ? right : right == .dyn ? left : .dyn
    }
  }
}
