public import YAML

/// Items of lists that server-side apply merges by key.
extension ManifestRules {
  public static let duplicateListKey = Rule(
    "manifest/duplicate-list-key", .warning,
    "Two items of a list have the same key",
    why: """
      Server-side apply merges this list by its key and refuses two items alike: `duplicate \
      entries for key`. A plain create takes them.
      """,
    remedy: "Take one of the items out, or give it a key of its own.",
    bad: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: nginx:1.27
            env:
              - name: A
                value: one
              - name: A
                value: two

      """,
    good: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: nginx:1.27
            env:
              - name: A
                value: one
              - name: B
                value: two

      """,
    source: "structured-merge-diff typed/validate.go visitListItems")

  public static let nullListElement = Rule(
    "manifest/null-list-element", .warning,
    "An item of a merged list is null",
    why: """
      Server-side apply refuses it: `associative list may not have a null element`.
      """,
    remedy: "Write the item, or take the empty dash out.",
    bad: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: nginx:1.27
            env:
              - name: A
                value: one
              -

      """,
    good: """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: nginx:1.27
            env:
              - name: A
                value: one

      """,
    source: "structured-merge-diff typed/validate.go visitListItems")
}
