extension Chinese {
  /// What schema checks and custom resources say.
  static let manifest = #"""
    {0} is {1} and has no fields
    {0} 是 {1}，没有字段

    ; did you mean '{0}'?
    ；是否想写“{0}”？

    {0} has no field '{1}'{2}
    {0} 没有字段“{1}”{2}

    no kind is named
    没有写明 kind

    there is no built-in kind '{0}'{1}
    没有内置 kind“{0}”{1}

    ; did you mean {0}?
    ；是否想写 {0}？

    ; take it out, or correct the name
    ；请将其去掉，或更正名称

    unknown field {0}: the definition of the kind has no {1} here{2}
    未知字段 {0}：该 kind 的定义中此处没有 {1}{2}

    a value of type {0}
    类型为 {0} 的值

    {0} is {1}; supported values: {2}
    {0} 是{1}；支持的值：{2}

    characters
    个字符

    {0} is {1}; it should match '{2}'
    {0} 是{1}；应匹配“{2}”

    {0} is {1}; it must be of type {2}
    {0} 是{1}；其类型必须是 {2}

    {0} is {1}; it should be greater than {2}
    {0} 是 {1}；应大于 {2}

    {0} is {1}; it should be greater than or equal to {2}
    {0} 是 {1}；应大于或等于 {2}

    {0} is {1}; it should be less than {2}
    {0} 是 {1}；应小于 {2}

    {0} is {1}; it should be less than or equal to {2}
    {0} 是 {1}；应小于或等于 {2}

    {0} is {1}; it should be a multiple of {2}
    {0} 是 {1}；应为 {2} 的倍数

    {0} has {1} {2}; at least {3} are required
    {0} 有 {1} {2}；至少需要 {3}

    {0} has {1} {2}; at most {3} are allowed
    {0} 有 {1} {2}；最多允许 {3}

    items
    项

    value
    值

    combination of {0}
    {0} 的组合

    {0} is a duplicate: the list holds an item with this {1} already
    {0} 重复：列表中已有一项具有同样的{1}

    properties
    个属性

    {0} is required
    缺少 {0}，它是必需的

    {0} must be a text that is not empty
    {0} 必须是非空文本

    {0} is {1}; it must be {2}
    {0} 是 {1}；必须是{2}

    at least one schema (anyOf)
    至少一个 schema（anyOf）

    one and only one schema (oneOf)
    恰好一个 schema（oneOf）

    {0} must validate one and only one schema (oneOf); it validates {1} of {2}
    {0} 必须恰好符合一个 schema（oneOf）；它符合 {2} 个中的 {1} 个

    {0} must not validate the schema (not)
    {0} 不得符合该 schema（not）

    ; for one of them, {0}
    ；对其中之一：{0}

    {0} must validate {1}{2}
    {0} 必须符合{1}{2}

    the object
    该对象

    {0} is {1}, the count of the scale subresource; it must be from 0 to {2}
    {0} 是 {1}，它是 scale 子资源的副本数；必须在 0 到 {2} 之间

    the document is {0}; an object (a mapping with apiVersion and kind) is expected
    该文档是{0}；应为一个对象（含 apiVersion 和 kind 的映射）

    this item of the list is {0}; an object with apiVersion and kind is expected
    列表的这一项是{0}；应为含 apiVersion 和 kind 的对象

    apiVersion {0} has more than one slash; write group/version
    apiVersion {0} 含有不止一个斜杠；请写成 group/version

    {0} is missing; {1} is another name, because case matters
    缺少 {0}；{1} 是另一个名称，因为区分大小写

    the object has no {0}
    该对象没有 {0}

    {0} is {1}; a text is expected
    {0} 是{1}；应为文本

    items is {0}; a list is expected
    items 是{0}；应为列表

    the definition of {0} does not serve {1}; it serves {2}
    {0} 的定义不提供 {1}；它提供 {2}

    {0}: {1}
    {0}：{1}

    ; use {0}
    ；请使用 {0}

    {0} is not served from 1.{1} on{2}
    {0} 从 1.{1} 起不再提供{2}

    no release from {0} to {1} serves {2}{3}
    从 {0} 到 {1} 没有任何版本提供 {2}{3}

    {0} is no built-in kind and its CustomResourceDefinition is not known; the object was not checked{1}
    {0} 不是内置 kind，也不知道它的 CustomResourceDefinition；该对象未检查{1}

    {0} is served from 1.{1} to 1.{2}; you check {3}
    {0} 只在 1.{1} 到 1.{2} 中提供；你检查的是 {3}

    is on by default only from 1.{0} to 1.{1}; you check {2}
    默认只在 1.{0} 到 1.{1} 中开启；你检查的是 {2}

    is off in {0} unless the cluster enables it
    在 {0} 中默认关闭，除非集群将其开启

    {0} is no kind that the server creates objects of
    {0} 不是服务器可以创建其对象的 kind

    {0} can be sent to the server but is never stored, so an agent cannot keep it
    {0} 可以发送给服务器，但从不保存，因此代理无法维护它

    {0} is deprecated from 1.{1} on{2}
    {0} 从 1.{1} 起已弃用{2}

    the kind is cluster-scoped, so metadata.namespace has no effect; take it out
    该 kind 是集群范围的，因此 metadata.namespace 不起作用；请将其去掉

    metadata.{0} belongs to the server; take it out
    metadata.{0} 由服务器管理；请将其去掉

    an object with only a generateName cannot be applied; give it a name
    只有 generateName 的对象无法 apply；请给它一个 name

    the object was not checked beyond this value: the limit is {0} levels and {1} values a file
    该对象在此值之后未检查：限制是每个文件 {0} 层和 {1} 个值

    a mapping ({0})
    映射（{0}）

    a mapping
    映射

    a list
    列表

    a text
    文本

    true or false
    true 或 false

    a number
    数字

    base64 text
    base64 文本

    {0} is no standard base64 with padding; encode the bytes anew
    {0} 不是带填充的标准 base64；请重新编码这些字节

    {0} is no quantity; write digits and at most one unit such as m, k, M, G, Ki, Mi, Gi
    {0} 不是数量；请写数字和最多一个单位，例如 m、k、M、G、Ki、Mi、Gi

    a quantity such as 500m or 64Mi
    数量，例如 500m 或 64Mi

    a time (RFC 3339)
    时间（RFC 3339）

    {0} is no RFC 3339 time such as 2026-01-31T12:00:00{1}
    {0} 不是 RFC 3339 时间，例如 2026-01-31T12:00:00{1}

    true, false or a JSON schema
    true、false 或一个 JSON schema

    a whole number or a text
    整数或文本

    a whole number
    整数

    {0} is {1}; the field holds whole numbers from {2} to {3}
    {0} 是 {1}；该字段的整数范围是 {2} 到 {3}

    ; put it in quotes
    ；请加引号

    {0} is {1}; {2} is expected{3}
    {0} 是{1}；应为{2}{3}

    exists only until 1.{0}
    只存在到 1.{0}

    exists since 1.{0}
    从 1.{0} 起才存在

    {0} {1}; you check {2}: take the field out, or check the release that the cluster runs (--kubernetes-version)
    {0} {1}；你检查的是 {2}：请去掉该字段，或按集群运行的版本检查（--kubernetes-version）

    ; {0} belongs under {1}
    ；{0} 属于 {1}

    unknown field {0}: {1} has no {2}{3}
    未知字段 {0}：{1} 没有 {2}{3}

    {0} is null; server-side apply refuses it
    {0} 是 null；server-side apply 会拒绝它

    {0} has the same key ({1}) as an item before it; server-side apply refuses the list
    {0} 与前面某一项的键（{1}）相同；server-side apply 会拒绝该列表

    the first item with this key
    具有此键的第一项

    null
    空值 null

    a boolean
    布尔值

    the boolean {0}
    布尔值 {0}

    the number {0}
    数字 {0}

    the text {0}
    文本 {0}
    """#
}
