extension Chinese {
  /// The rules about manifests.
  static let manifestRules = #"""
    The API version is not served unless the cluster switches it on
    除非集群开启，否则不提供该 API 版本

    Alpha APIs, and beta APIs since 1.24, are off: without `--runtime-config` the server answers `no matches for kind`.
    Alpha API 以及 1.24 起的 beta API 默认关闭：没有 `--runtime-config` 时服务器会回答 `no matches for kind`。

    Use a stable version of the kind, or switch this rule off when the cluster enables the API.
    请使用该 kind 的稳定版本；如果集群启用了该 API，请关闭此规则。

    The value is no base64
    值不是 base64

    The server refuses the object: `illegal base64 data`.
    服务器会拒绝该对象：`illegal base64 data`。

    Encode the bytes in standard base64 with padding; in a Secret, plain text belongs under stringData.
    请用带填充的标准 base64 编码这些字节；在 Secret 中，明文应写在 stringData 下。

    The quantity cannot be read
    数量无法读取

    The server refuses the object: `quantities must match the regular expression`.
    服务器会拒绝该对象：`quantities must match the regular expression`。

    Write digits and at most one unit of n u m k M G T P E Ki Mi Gi Ti Pi Ei, without spaces.
    请写数字和最多一个单位（n u m k M G T P E Ki Mi Gi Ti Pi Ei），不带空格。

    The time cannot be read
    时间无法读取

    The server refuses the object: `parsing time … cannot parse`.
    服务器会拒绝该对象：`parsing time … cannot parse`。

    Write RFC 3339 with upper-case T and a zone, such as 2026-01-31T12:00:00Z.
    请写带大写 T 和时区的 RFC 3339 时间，例如 2026-01-31T12:00:00Z。

    A value of a custom resource fits none, or too many, of the alternatives of its definition
    自定义资源的值不符合其定义中的任何备选项，或符合得太多

    The server refuses the object: `must validate one and only one schema (oneOf)`, `must validate at least one schema (anyOf)`, `must not validate the schema (not)`.
    服务器会拒绝该对象：`must validate one and only one schema (oneOf)`、`must validate at least one schema (anyOf)`、`must not validate the schema (not)`。

    Give exactly the fields that belong together.
    请恰好给出属于一起的那些字段。

    A value of a custom resource is too large or too small, too long or too short
    自定义资源的值太大或太小、太长或太短

    The server refuses the object: `should be greater than or equal to 1`, `Too long: may not be more than 63 bytes`, `must have at most 5 items`.
    服务器会拒绝该对象：`should be greater than or equal to 1`、`Too long: may not be more than 63 bytes`、`must have at most 5 items`。

    Keep to the bounds that the message names.
    请保持在消息指明的范围内。

    A text of a custom resource does not have the format of its definition
    自定义资源的文本不符合其定义的格式

    The server refuses the object: `spec.owner in body must be of type email`.
    服务器会拒绝该对象：`spec.owner in body must be of type email`。

    Write the value in the format that the message names.
    请按消息指明的格式书写值。

    A text of a custom resource does not match the pattern of its definition
    自定义资源的文本与其定义的模式不匹配

    The server refuses the object: `spec.schedule in body should match '^@(daily|weekly)$'`. Patterns are RE2 and hold where any part of the text matches, unless ^ and $ bind them.
    服务器会拒绝该对象：`spec.schedule in body should match '^@(daily|weekly)$'`。模式采用 RE2，只要文本的任何部分匹配即成立，除非用 ^ 和 $ 限定。

    Write a text that matches.
    请写匹配的文本。

    A custom resource lacks a field that its definition requires
    自定义资源缺少其定义要求的字段

    The server refuses the object: `spec.schedule: Required value`. A null where the schema does not allow one counts as absent.
    服务器会拒绝该对象：`spec.schedule: Required value`。schema 不允许 null 的位置上的 null 等于没有写。

    Give the field a value.
    请给该字段一个值。

    A value of a custom resource is none of those allowed
    自定义资源的值不在允许的值之中

    The server refuses the object: `Unsupported value: "x": supported values: …`.
    服务器会拒绝该对象：`Unsupported value: "x": supported values: …`。

    Write one of the values that the message lists.
    请写消息列出的值之一。

    The API version is deprecated
    该 API 版本已弃用

    The server still takes the object and warns on every apply; a later release will refuse it.
    服务器仍会接受该对象，并在每次 apply 时发出警告；以后的版本会拒绝它。

    Move to the replacement while both are served.
    请在两者都提供期间迁移到替代版本。

    A list of a custom resource holds an item twice
    自定义资源的列表中有一项出现两次

    The definition makes the list a set, or a map by some fields of its items (x-kubernetes-list-type): the server refuses the object, `Duplicate value`.
    定义把该列表规定为集合，或规定为按其项的某些字段区分的映射（x-kubernetes-list-type）：服务器会拒绝该对象，`Duplicate value`。

    Take one of the items out, or give it another key.
    请去掉其中一项，或给它另一个键。

    Two items of a list have the same key
    列表中有两项的键相同

    Server-side apply merges this list by its key and refuses two items alike: `duplicate entries for key`. A plain create takes them.
    Server-side apply 按键合并该列表，并拒绝两个相同的项：`duplicate entries for key`。普通的 create 会接受它们。

    Take one of the items out, or give it a key of its own.
    请去掉其中一项，或给它自己的键。

    An object inside a custom resource lacks its apiVersion or kind
    自定义资源内的对象缺少 apiVersion 或 kind

    The definition says that the field holds a whole object (x-kubernetes-embedded-resource): the server asks for apiVersion, kind and right metadata there too.
    定义规定该字段存放一个完整的对象（x-kubernetes-embedded-resource）：服务器在那里同样要求 apiVersion、kind 和正确的 metadata。

    Write apiVersion and kind as at the top of a manifest.
    请像在清单顶层一样写 apiVersion 和 kind。

    The field does not exist in the Kubernetes version checked
    该字段在所检查的 Kubernetes 版本中不存在

    A server without the field treats it as an unknown field: it refuses the object or drops the value.
    没有该字段的服务器会把它当作未知字段：拒绝该对象或丢弃该值。

    Check against the release that the cluster runs, or do without the field there.
    请按集群运行的版本检查，或在那里不使用该字段。

    The object has a generateName and no name
    该对象有 generateName 而没有 name

    It can be created, again and again under new names, but not applied: `cannot use generate name with apply`.
    它可以被创建（每次都有新的名称），但不能 apply：`cannot use generate name with apply`。

    Give it a metadata.name.
    请给它 metadata.name。

    An item of a list is no object
    列表中有一项不是对象

    A list is taken apart before it is applied; every item must be an object of its own.
    列表在应用之前会被拆开；每一项本身必须是一个对象。

    Give every item apiVersion, kind and metadata.
    请给每一项写 apiVersion、kind 和 metadata。

    The document names no apiVersion
    文档没有写 apiVersion

    Without apiVersion the server cannot tell which API is meant: `Object 'apiVersion' is missing`.
    没有 apiVersion，服务器无法知道指的是哪个 API：`Object 'apiVersion' is missing`。

    Write `apiVersion`, in exactly these letters, for instance `v1` or `apps/v1`.
    请写 `apiVersion`，字母必须完全一致，例如 `v1` 或 `apps/v1`。

    The document names no kind
    文档没有写 kind

    Without kind the server cannot tell what the object is: `Object 'Kind' is missing`.
    没有 kind，服务器无法知道这是什么对象：`Object 'Kind' is missing`。

    Write `kind`, in exactly these letters, with a text as its value.
    请写 `kind`，字母必须完全一致，其值为文本。

    A cluster-scoped kind is given a namespace
    给集群范围的 kind 写了命名空间

    The server clears it on create; clients may refuse it, and it misleads the reader.
    服务器在 create 时会清除它；客户端可能会拒绝它，而且它会误导读者。

    Take metadata.namespace out.
    请去掉 metadata.namespace。

    A document is no Kubernetes object
    文档不是 Kubernetes 对象

    The agent reads every document of a manifest file as one object; a list or a scalar stops the sync with a decode error.
    代理把清单文件的每个文档当作一个对象读取；列表或标量会使同步因解码错误而停止。

    Make the document a mapping with apiVersion, kind and metadata, or move the file out of the globs.
    请让文档成为含有 apiVersion、kind 和 metadata 的映射，或把文件移出 glob 的范围。

    The kind cannot be kept in a repository
    该 kind 不能放在仓库中维护

    The server answers such a request and stores nothing, or takes it only below another object, so applying it again and again does not work.
    服务器会回答这样的请求而不保存任何内容，或只在另一个对象之下接受它，因此反复 apply 不起作用。

    Take the document out of the agent's globs.
    请把该文档移出代理的 glob 范围。

    An item of a merged list is null
    合并列表中有一项是 null

    Server-side apply refuses it: `associative list may not have a null element`.
    Server-side apply 会拒绝它：`associative list may not have a null element`。

    Write the item, or take the empty dash out.
    请写出该项，或去掉空的短横线。

    The number does not fit the field
    数字超出字段的范围

    The server cannot decode a number that its integer type does not hold.
    服务器无法解码其整数类型容纳不下的数字。

    Use a whole number within the range named.
    请使用所指明范围内的整数。

    The API version is no longer served
    该 API 版本已不再提供

    From the release named on the server answers `no matches for kind`: the object can be neither created nor updated.
    从所指明的版本起，服务器会回答 `no matches for kind`：该对象既不能创建也不能更新。

    Move to the replacement; fields may differ.
    请迁移到替代版本；字段可能不同。

    The manifest holds metadata that belongs to the server
    清单含有由服务器管理的 metadata

    uid and resourceVersion make an apply fail or conflict, and managedFields must be empty in server-side apply. They come from an exported object.
    uid 和 resourceVersion 会使 apply 失败或冲突，而 managedFields 在 server-side apply 中必须为空。它们来自导出的对象。

    Take the field out of the manifest.
    请从清单中去掉该字段。

    The object was not checked to its end
    该对象没有检查到底

    Its nesting, or what its aliases expand to, is over the limit of this check; what lies beyond was not looked at.
    其嵌套深度或别名展开后的规模超过本检查的限制；其后的部分没有检查。

    Flatten the object, use fewer aliases, or raise the limit.
    请减少对象的嵌套，少用别名，或提高限制。

    The kind has no such field
    该 kind 没有这个字段

    The server refuses it in strict mode (`strict decoding error: unknown field`) and in server-side apply (`field not declared in schema`), and otherwise drops the value silently.
    服务器在严格模式（`strict decoding error: unknown field`）和 server-side apply（`field not declared in schema`）中会拒绝它，在其他情况下会不作提示地丢弃该值。

    Correct the name or take the field out. Names are case-sensitive.
    请更正名称或去掉该字段。名称区分大小写。

    The kind is not known
    该 kind 未知

    The server answers `no matches for kind`. A kind of a foreign group may be a custom resource whose definition was not given; then nothing of it was checked.
    服务器会回答 `no matches for kind`。外来组的 kind 可能是没有给出定义的自定义资源；那样它就完全没有检查。

    Correct apiVersion or kind, or give the CustomResourceDefinition.
    请更正 apiVersion 或 kind，或给出 CustomResourceDefinition。

    The server cannot decode the object: `cannot unmarshal … into Go struct field`. It is refused whole.
    服务器无法解码该对象：`cannot unmarshal … into Go struct field`。它会被整个拒绝。

    Write a value of the expected type; quote numbers and words such as yes or true where a text is wanted.
    请写符合预期类型的值；需要文本时，请给数字以及 yes、true 之类的词加引号。
    """#
}
