/// Which object a manifest describes: what the API server tells objects apart by.
public struct ObjectIdentity: Hashable, Sendable {
  /// `group/version`, or the version alone for the core group, as written.
  public var apiVersion: String
  public var kind: String
  /// As written; nil when the manifest names none. (Which namespace it then gets is decided by the
  /// agent's `default_namespace`, not by the file.)
  public var namespace: String?
  public var name: String

  public init(apiVersion: String, kind: String, namespace: String?, name: String) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.namespace = namespace
    self.name = name
  }

  /// The API group; empty for the core group.
  public var group: Substring {
    guard let slash = apiVersion.utf8.firstIndex(of: UInt8(ascii: "/")) else { return "" }
    return apiVersion[..<slash]
  }
}
