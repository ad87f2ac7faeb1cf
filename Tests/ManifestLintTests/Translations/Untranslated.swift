/// Texts of the source that nobody reads as words, or that are quoted from other programs, whose users
/// search for them as they are.
enum Untranslated {
  /// Parts of file names.
  static let files = [
    // Data, and code that is made from data.
    "FieldAccessors", "CatalogueData", "FieldDefaults", "HTMLStyle", "TimeZones",
    // Documentation in English only, machine-readable forms.
    "ConfigurationTable", "ReferencePage", "JSONSchema", "SchemaPages", "ManualPage",
    "CompletionsCommand", "SettingsCommand", "/Events/", "/Reports/Reading/",
    // The words of other programs: kubeconform, Go's regexp, cel-go, libgit2's errors.
    "/Kubeconform/", "RegularExpression", "CELChecker", "CELParser", "CELLexer", "GitAccess/",
    "/Translations/",
  ]

  /// Examples and sources of rules are no sentences.
  static func isExample(_ literal: SourceLiterals.Literal) -> Bool {
    literal.before.contains(/(bad|good|source):\s*("""|Example[.\w]*\(\s*)?$/)
      || literal.text.contains(/^\s*[\w-]+:[ \n]/) || literal.text.hasPrefix("=== ")
      || literal.text.contains("<") && literal.text.contains(/^<|="/)
  }

  static let texts: Set<String> = [
    "outside the catalogue",
    "a verdict whose bytes have been looked at cannot be read",
    "any object",
    "JSONSchemaProps or list",
    "JSONSchemaProps or boolean",
    "JSONSchemaProps or list of strings",
    "{0} {1} is deprecated",
    "cert sign",
    "client auth",
    "code signing",
    "content commitment",
    "crl sign",
    "data encipherment",
    "decipher only",
    "digital signature",
    "email protection",
    "encipher only",
    "ipsec end system",
    "ipsec tunnel",
    "ipsec user",
    "key agreement",
    "key encipherment",
    "microsoft sgc",
    "netscape sgc",
    "ocsp signing",
    "server auth",
    "apiextensions-apiserver/pkg/registry/customresource/validator.go; kube-openapi/pkg/validation/validate",
    "version https://git-lfs.github.com/spec/",
    "no version: {0}",
    "\n\\ No newline at end of file\n",
    "version https://git-lfs.github.com/spec/v1\n",
    "maximum number of GitOps paths per manifest project is {0}, but {1} was requested",
    "path visited more than once: ",
    "rpc error: code = Internal desc = unexpected negative remaining total file size",
    ": rpc error: code = FailedPrecondition desc = TreeEntry: object size ({0}) is bigger than the maximum allowed size ({1})",
    " match failed: syntax error in pattern",
    "manifest files",
    "maximum number of {0} limit reached: {1}",
    "similarity index 100%\n", "rename from {0}\nrename to {1}\n",
    "written by manifest-lint install-hook",
    "settings=$(dirname \"$0\")/manifest-lint.yaml\n[ ! -e \"$settings\" ] || exec \"$program\" pre-receive --settings \"$settings\"\n",
    "#!/bin/sh\n# {0}; `manifest-lint install-hook {1} --uninstall` removes it.\nprogram=${MANIFEST_LINT:-manifest-lint}\ncommand -v \"$program\" >/dev/null 2>&1 || {\n  echo \"{2}: \'$program\' is not there, so nothing was checked.\" >&2\n  exit 3\n}\n{3}exec \"$program\" {4}\n",
    "manifest-lint {0}\nKubernetes {1} to {2}, libgit2 {3}\n",
    "accepted unchecked",
    "standard input\0",
  ]
}
