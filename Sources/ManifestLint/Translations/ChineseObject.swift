extension Chinese {
  /// What the rules about objects say. Most of it goes on after a field's path.
  static let object = #"""
    ␣when aggregationRule is given: at least one
    （给出 aggregationRule 时）：至少一项

    : verbs must contain at least one value
    ：verbs 必须至少包含一个值

    are given in a Role; namespaced rules cannot apply to non-resource URLs
    在 Role 中给出；命名空间范围的规则不能用于非资源 URL

    are given beside resources; rules cannot apply to both regular resources and non-resource URLs
    与 resources 同时给出；规则不能同时用于普通资源和非资源 URL

    : resource rules must supply at least one api group ("" for the core group)
    ：资源规则必须至少给出一个 API 组（核心组写 ""）

    : resource rules must supply at least one resource
    ：资源规则必须至少给出一个资源

    {0}; supported values: "rbac.authorization.k8s.io"
    {0}；支持的值："rbac.authorization.k8s.io"

    {0}; supported values: ""
    {0}；支持的值：""

    ␣for a ServiceAccount
    （对 ServiceAccount）

    ␣in a review; its metadata must be empty
    （在 review 中）；其 metadata 必须为空

    or nonResourceAttributes is required: exactly one of the two must be specified
    与 nonResourceAttributes 必须且只能给出其中一个

    or groups is required: at least one of user or group must be specified
    与 groups 至少要给出一个：必须指定 user 或 group

    usage
    用途

    is kubernetes.io/legacy-unknown, which may not be used by requests
    是 kubernetes.io/legacy-unknown，请求不能使用它

    {0}; may not specify a duration less than 600 seconds (10 minutes)
    {0}；时长不能小于 600 秒（10 分钟）

    {0}; must be a fully qualified domain and path of the form 'example.com/signer-name'
    {0}；必须是形如 'example.com/signer-name' 的完整域名加路径

    holds no PEM block of type CERTIFICATE REQUEST
    中没有类型为 CERTIFICATE REQUEST 的 PEM 块

    holds a PEM block that is no PKCS#10 certificate request
    中的 PEM 块不是 PKCS#10 证书请求

    evaluates to {0}, but must evaluate to {1}
    的求值结果是 {0}，但必须是 {1}

    cannot be compiled; at byte {0} of the expression: {1}
    无法编译；在表达式的第 {0} 字节处：{1}

    name
    名称

    : validations or auditAnnotations must contain at least one item
    ：validations 或 auditAnnotations 必须至少包含一项

    is blank; must be non-empty if specified
    是空白；如果给出就必须非空

    key
    键

    {0}; behind the policy's name and '/' it must be {1}
    {0}；策略名称和“/”之后必须是{1}

    must not contain line breaks
    不能含有换行

    : mutations must contain at least one item
    ：mutations 必须至少包含一项

    ␣when patchType is {0}
    （patchType 为 {0} 时）

    ␣when patchType is not {0}
    （patchType 不是 {0} 时）

    {0}; must be GROUP/VERSION, or v1
    {0}；必须是 GROUP/VERSION 或 v1

    ␣beside selector; name and selector are mutually exclusive
    （与 selector 同时）；name 和 selector 互相排斥

    names nothing; one of name or selector must be specified
    没有指明任何对象；必须指定 name 或 selector 之一

    : at least one validation action
    ：至少一个 validationAction

    action
    动作

    must not contain both Deny and Warn
    不能同时包含 Deny 和 Warn

    : must specify one of v1, v1beta1
    ：必须指定 v1、v1beta1 之一

    version
    版本

    must include at least one of v1, v1beta1
    必须至少包含 v1、v1beta1 之一

    `url` and `service`
    `url` 和 `service`

    'https' is the only allowed URL scheme
    只允许 'https' 这一种 URL scheme

    host must be specified
    必须指定主机

    user information is not permitted in the URL
    URL 中不允许用户信息

    fragments are not permitted in the URL
    URL 中不允许片段（fragment）

    query parameters are not permitted in the URL
    URL 中不允许查询参数

    {0}; {1}, the desired format is https://host[/path]
    {0}；{1}，要求的格式是 https://host[/path]

    {0}; must start with a '/'
    {0}；必须以 '/' 开头

    {0}; a segment may not be empty
    {0}；路径段不能为空

    {0}; each segment must be {1}
    {0}；每个路径段必须是{1}

    holds '*/*' beside others; if '*/*' is present, must not specify other resources
    中 '*/*' 与其他项并存；如果有 '*/*'，就不能再指定其他资源

    holds '*' beside others; if '*' is present, must not specify other resources without subresources
    中 '*' 与其他项并存；如果有 '*'，就不能再指定不带子资源的其他资源

    {0}, which a wildcard of the list covers already; it must not be named too
    {0}，列表中的通配符已包含它；不能再单独写出

    is ignored when `type` is not ExternalName
    会被忽略，因为 `type` 不是 ExternalName

    is PreferClose, which is deprecated from 1.35 on; use PreferSameZone
    是 PreferClose，它从 1.35 起已弃用；请使用 PreferSameZone

    is missing; a ServiceAccount is looked for in the namespace named here, not in that of the binding
    缺失；ServiceAccount 按此处写明的命名空间查找，而不是绑定所在的命名空间

    {0}, so that no pod may be evicted; allow one at least
    {0}，因此任何 Pod 都不能被驱逐；请至少允许一个

    is 100%, so that no pod may be evicted; allow one at least
    是 100%，因此任何 Pod 都不能被驱逐；请至少允许一个

    is Recycle, which is deprecated; use dynamic provisioning
    是 Recycle，它已弃用；请使用动态供应

    is empty, so the entry has no effect
    是空的，因此该条目不起作用

    {0}; negative values are treated as 1 second
    {0}；负值会被当作 1 秒

    {0}, as a port of a container before it; what selects the port by name gets only the first, rename one of the two
    {0}，与前面某个容器的端口同名；按名称选择端口时只会得到第一个，请重命名其中一个

    {0} without a tag, which means latest; name a version
    {0}，没有标签（tag），即 latest；请写明版本

    {0}; what latest is changes without a change in the repository
    {0}；latest 所指的内容会在仓库没有改动时发生变化

    {0}, a fraction of a byte; m means thousandths, Mi and M mean millions
    {0}，即一个字节的若干分之一；m 表示千分之一，Mi 和 M 表示百万

    {0}, but the container declares no port of that name
    {0}，但容器没有声明这个名称的端口

    names the label {0}, which is deprecated; use {1}
    使用了标签 {0}，它已弃用；请使用 {1}

    is missing; a null labelSelector results in matching no pod
    缺失；labelSelector 为 null 时不匹配任何 Pod

    securityContext.appArmorProfile
    securityContext.appArmorProfile 字段

    securityContext.seccompProfile
    securityContext.seccompProfile 字段

    priorityClassName
    priorityClassName 字段

    is deprecated; use the field {0} instead
    已弃用；请改用 {0}

    pair of key and effect
    键与效果的组合

    may specify no more than one CIDR for each IP family
    每个 IP 协议族最多只能指定一个 CIDR

    must match the first value of podCIDRs
    必须与 podCIDRs 的第一个值一致

    toleration
    容忍度

    ␣without a strategy
    （没有 strategy 时）

    ␣in a new event
    （在新的事件中）

    {0}; does not match event.namespace
    {0}；与 event.namespace 不一致

    is 1, which only the schema named exempt may have
    是 1，只有名为 exempt 的才能是这个值

    {0}; must be 'Exempt' if and only if `name` is 'exempt'
    {0}；当且仅当 `name` 是 'exempt' 时必须是 'Exempt'

    ␣when the type is not Limited
    （类型不是 Limited 时）

    ␣when the type is not Exempt
    （类型不是 Exempt 时）

    ␣when type is Limited
    （类型是 Limited 时）

    is required{0}
    是必需的{0}

    ␣when the type is Reject
    （类型是 Reject 时）

    ␣when the type is Queue
    （类型是 Queue 时）

    is {0}; should not be greater than queues ({1})
    是 {0}；不应大于 queues（{1}）

    : subjects must contain at least one value
    ：subjects 必须至少包含一个值

    ␣when subject kind is '{0}'
    （subject 的 kind 是 '{0}' 时）

    ␣when subject kind is not '{0}'
    （subject 的 kind 不是 '{0}' 时）

    matches nothing; at least one of resourceRules and nonResourceRules has to be non-empty
    不匹配任何请求；resourceRules 和 nonResourceRules 至少要有一个非空

    : resource rules that are not cluster scoped must supply at least one namespace
    ：非集群范围的资源规则必须至少给出一个命名空间

    {0}; must start with '/' and may hold '*' only as a final '/*'
    {0}；必须以 '/' 开头，'*' 只能出现在结尾的 '/*' 中

    : must contain at least one value
    ：必须至少包含一个值

    holds '*' beside others; if '*' is present, it must stand alone
    中 '*' 与其他项并存；如果有 '*'，它必须单独出现

    is a key of binaryData too
    也是 binaryData 的键

    has a key that must be {0}
    有一个键必须是{0}

    holds {0} bytes; may not be more than {1} bytes
    有 {0} 字节；不能多于 {1} 字节

    is required for a Secret of this type
    对该类型的 Secret 是必需的

    ␣or password
    或 password

    , not empty
    ，且不能为空

    {0} is required for a Secret of this type
    {0}对该类型的 Secret 是必需的

    must hold a JSON object for a Secret of this type
    对该类型的 Secret 必须是一个 JSON 对象

    ␣in a claim made for a pod
    （在为 Pod 创建的 claim 中）

    {0}; must be a valid extended resource name
    {0}；必须是有效的扩展资源名称

    must have exactly one of `nodeName`, `nodeSelector`, `allNodes` and `perDeviceNodeSelection`
    必须恰好有 `nodeName`、`nodeSelector`、`allNodes` 和 `perDeviceNodeSelection` 之一

    must have exactly one of `exactly` and `firstAvailable`
    必须恰好有 `exactly` 和 `firstAvailable` 之一

    {0}; must be a name with a domain before it, DOMAIN/NAME
    {0}；必须是前面带域名的名称，即 DOMAIN/NAME

    request
    请求

    {0}; must be the name of a request in the claim
    {0}；必须是 claim 中某个请求的名称

    must not be specified when allocationMode is 'All'
    在 allocationMode 为 'All' 时不能指定

    {0}; must be greater than zero
    {0}；必须大于零

    {0}; must be empty for operator Exists
    {0}；在操作符为 Exists 时必须为空

    is empty; an expression is required
    是空的；必须给出表达式

    {0}; must be a JSON object
    {0}；必须是 JSON 对象

    {0}; must be `spec.version+"."+spec.group`: "{1}"
    {0}；必须是 `spec.version+"."+spec.group`：“{1}”

    is required: only v1 may have an empty group
    是必需的：只有 v1 可以使用空的组

    ␣for a local APIService
    （对本地 APIService）

    is true; may not be true if caBundle is present
    是 true；给出 caBundle 时不能是 true

    {0}; must be positive and no more than {1}
    {0}；必须为正数且不大于 {1}

    is true; cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead
    是 true；不能设为 true，请改为在 spec.versions[*].schema 中把 x-kubernetes-preserve-unknown-fields 设为 true

    {0}; should be a domain with at least one dot
    {0}；应为至少含一个点的域名

    {0}; must be spec.names.plural+"."+spec.group, "{1}"
    {0}；必须是 spec.names.plural+"."+spec.group，即“{1}”

    must hold api-approved.kubernetes.io: protected groups must have an approval annotation, a URL
    必须含有 api-approved.kubernetes.io：受保护的组必须带有审批注解，其值是 URL

    {0}, the same as kind
    {0}，与 kind 相同

    ␣when strategy is set to Webhook
    （strategy 为 Webhook 时）

    ␣when strategy is not set to Webhook
    （strategy 不是 Webhook 时）

    version name
    版本名称

    is required: every version has a schema
    是必需的：每个版本都要有 schema

    path
    路径

    has {0} storage versions; must have exactly one version marked as storage version
    有 {0} 个存储版本；必须恰好有一个版本标记为存储版本

    can only be set for deprecated versions
    只能为已弃用的版本设置

    must not be an empty string
    不能是空字符串

    must only contain printable characters
    只能含有可打印字符

    {0}; must be a simple json path starting with .
    {0}；必须是以 . 开头的简单 JSON 路径

    {0}; should be a json path under {1}
    {0}；应为 {1} 之下的 JSON 路径

    {0}, an invalid path: expected . first
    {0}，路径无效：开头应为 .

    {0}; must not contain array notation
    {0}；不能含有数组记法

    {0}; must not point to fields in metadata
    {0}；不能指向 metadata 中的字段

    {0}, an invalid path: does not refer to a valid field
    {0}，路径无效：没有指向有效的字段

    {0}; must point to a field of type string, boolean or integer
    {0}；必须指向类型为 string、boolean 或 integer 的字段

    must not have unknown fields
    不能含有未知字段

    is no value that the schema allows: {0}
    不是 schema 允许的值：{0}

    null is not allowed
    不允许 null

    supported values: {0}
    支持的值：{0}

    must be of type integer or string
    类型必须是 integer 或 string

    must be of type {0}
    类型必须是 {0}

    should be greater than or equal to {0}
    应大于或等于 {0}

    should be less than or equal to {0}
    应小于或等于 {0}

    it is too short
    它太短

    it is too long
    它太长

    cannot be true at the root
    在根上不能是 true

    may not stand at the root of a schema with the status subresource
    在启用 status 子资源时不能出现在 schema 的根上

    {0}; must be string
    {0}；必须是 string

    {0}; must be object
    {0}；必须是 object

    is restricted; only metadata.name and metadata.generateName may be
    受到限制；只能限制 metadata.name 和 metadata.generateName

    is given; {0} is not supported
    已给出；不支持 {0}

    is true; uniqueItems cannot be set to true since the runtime complexity becomes quadratic
    是 true；uniqueItems 不能设为 true，因为运行时复杂度会变成平方级

    is a list; items must be a schema object and not an array
    是列表；items 必须是一个 schema 对象，不能是数组

    is null; type cannot be set to null, use nullable as an alternative
    是 null；type 不能设为 null，请改用 nullable

    is given beside properties; additionalProperties and properties are mutual exclusive
    与 properties 同时给出；additionalProperties 和 properties 互相排斥

    {0}; must be a valid regular expression, but isn't: {1}
    {0}；必须是有效的正则表达式，但它不是：{1}

    is false; must be true or undefined
    是 false；必须是 true 或不写

    must not be empty at the root; write object
    在根上不能为空；请写 object

    {0}; must be object at the root
    {0}；在根上必须是 object

    must not be used at the root
    不能用在根上

    must not be empty for specified array items
    指定了数组项时不能为空

    must not be empty for specified object fields
    指定了对象字段时不能为空

    is given; it must be empty if x-kubernetes-int-or-string is true
    已给出；x-kubernetes-int-or-string 为 true 时它必须为空

    {0}; must be object if x-kubernetes-embedded-resource is true
    {0}；x-kubernetes-embedded-resource 为 true 时必须是 object

    must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields
    在 x-kubernetes-embedded-resource 为 true 而没有 x-kubernetes-preserve-unknown-fields 时不能为空

    must be specified for an array
    对数组必须指定

    {0}; must be array if x-kubernetes-list-type is given
    {0}；给出 x-kubernetes-list-type 时必须是 array

    are given; they must be empty if x-kubernetes-list-type is not map
    已给出；x-kubernetes-list-type 不是 map 时必须为空

    is true; it must not be if x-kubernetes-list-type is set
    是 true；设置了 x-kubernetes-list-type 时不能是 true

    {0}; must be atomic as item of a list with x-kubernetes-list-type=set
    {0}；作为 x-kubernetes-list-type=set 的列表项必须是 atomic

    {0}; must be object if x-kubernetes-map-type is given
    {0}；给出 x-kubernetes-map-type 时必须是 object

    must not be empty if x-kubernetes-list-type is map
    在 x-kubernetes-list-type 为 map 时不能为空

    {0}; must be object if the parent's x-kubernetes-list-type is map
    {0}；父级的 x-kubernetes-list-type 为 map 时必须是 object

    {0}; entries must all be names of item properties
    {0}；各项都必须是列表项属性的名称

    {0}, whose type must be a scalar
    {0}，其类型必须是标量

    is true; a key may not be nullable
    是 true；键不能是 nullable

    {0}, a key that must be required or have a default
    {0}，这样的键必须是 required 或有 default

    must be empty to be structural
    必须为空才是结构化的

    must also be specified outside of allOf, anyOf, oneOf and not
    还必须在 allOf、anyOf、oneOf 和 not 之外指定

    is required: rule is not specified
    是必需的：没有指定 rule

    must be specified if rule contains line breaks
    在 rule 含有换行时必须指定

    {0}; must be a valid path to a field of the schema
    {0}；必须是指向 schema 中某个字段的有效路径

    names no backend; either `defaultBackend` or `rules` must be specified
    没有指明后端；必须指定 `defaultBackend` 或 `rules`

    spec.ingressClassName
    spec.ingressClassName 字段

    {0}; must match `ingressClassName` when both are specified
    {0}；两者都给出时必须与 `ingressClassName` 一致

    ␣when `parameters.scope` is 'Cluster'
    （`parameters.scope` 为 'Cluster' 时）

    may not specify more than two policyTypes
    不能指定多于两个 policyTypes

    {0}; must be in canonical form ("{1}")
    {0}；必须是规范形式（“{1}”）

    : at least one CIDR
    ：至少一个 CIDR

    {0}; must be a DNS name, not an IP address
    {0}；必须是 DNS 名称，不能是 IP 地址

    must be specified; supported values: {0}
    必须指定；支持的值：{0}

    {0}; must be an absolute path
    {0}；必须是绝对路径

    {0}; must not contain '{1}'
    {0}；不能含有 '{1}'

    {0}; cannot end with '{1}'
    {0}；不能以 '{1}' 结尾

    cannot set both resource and service backends
    不能同时设置 resource 和 service 后端

    names none; resource or service backend is required
    没有指明后端；必须给出 resource 或 service 后端

    cannot set both port name & port number
    不能同时设置端口名称和端口号

    names no port; port name or number is required
    没有指明端口；必须给出端口名称或端口号

    may not be specified when `port` is non-numeric
    在 `port` 不是数字时不能指定

    may not be specified when `port` is not specified
    在没有指定 `port` 时不能指定

    {0}; must be greater than or equal to `port`
    {0}；必须大于或等于 `port`

    may not specify both ipBlock and another peer
    不能同时指定 ipBlock 和另一种 peer

    {0}; must be a strict subset of `cidr` {1}
    {0}；必须是 `cidr` {1} 的真子集

    names none; must specify a peer
    没有指明 peer；必须指定一个

    is required: must specify `addresses` or `notReadyAddresses`
    是必需的：必须指定 `addresses` 或 `notReadyAddresses`

    : must contain at least 1 address
    ：必须至少包含 1 个地址

    {0}; should be a domain with at least two segments separated by dots
    {0}；应为至少由两段组成、以点分隔的域名

    {0}; must be an {1} address, as addressType says
    {0}；按 addressType，必须是 {1} 地址

    {0}, but topology-aware-hints says {1}; the two must match
    {0}，但 topology-aware-hints 是 {1}；两者必须一致

    ␣for a Service with a cluster IP
    （对有 cluster IP 的 Service）

    ␣when there are several ports
    （有多个端口时）

    port name
    端口名称

    port and protocol
    端口与协议

    ␣when `type` is 'ClusterIP'
    （`type` 为 'ClusterIP' 时）

    node port and protocol
    节点端口与协议

    {0}, not in the valid range. The range of valid ports is 30000-32767
    {0}，不在有效范围内。有效端口的范围是 30000-32767

    ␣for ExternalName services
    （对 ExternalName 类型的 Service）

    {0}; it must be {1}
    {0}；必须是{1}

    must be empty when `clusterIP` is not specified
    在没有指定 `clusterIP` 时必须为空

    has a first value that must match `clusterIP`
    的第一个值必须与 `clusterIP` 一致

    may only hold up to 2 values
    最多只能有 2 个值

    holds 'None', which must be the first and only value
    含有 'None'，它必须是第一个也是唯一一个值

    may not be set to 'None' for {0} services
    对 {0} 类型的 Service 不能设为 'None'

    may specify no more than one IP for each IP family
    每个 IP 协议族最多只能指定一个 IP

    family
    协议族

    {0}; must be 'RequireDualStack' or 'PreferDualStack' when several cluster IPs or IP families are specified
    {0}；指定多个 cluster IP 或 IP 协议族时必须是 'RequireDualStack' 或 'PreferDualStack'

    {0}, but the cluster IP at this place is of the other family
    {0}，但该位置的 cluster IP 属于另一个协议族

    ␣when `type` is not 'LoadBalancer'
    （`type` 不是 'LoadBalancer' 时）

    {0}; may only be set for externally-accessible services
    {0}；只能为可从外部访问的 Service 设置

    {0}; may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'
    {0}；只有当 `type` 为 'LoadBalancer' 且 `externalTrafficPolicy` 为 'Local' 时才能设置

    is missing
    缺失

    is empty
    是空的

    is given
    已给出

    has a value that is not printed
    有一个不予显示的值

    is "{0}"
    是“{0}”

    is {0}
    是 {0}

    ␣for non-init containers before 1.35
    （在 1.35 之前，对非 init 容器）

    may not be set for init containers without restartPolicy=Always
    对没有 restartPolicy=Always 的 init 容器不能设置

    {0}, which only a restartable init container may have
    {0}，只有可重启的 init 容器才能有

    {0}, as a container before it; give each container its own name
    {0}，与前面某个容器同名；请给每个容器各自的名称

    {0}; must not have leading or trailing whitespace
    {0}；开头和结尾不能有空白

    {0}; must match `containerPort` when `hostNetwork` is true
    {0}；`hostNetwork` 为 true 时必须与 `containerPort` 一致

    is {0}, which another container port of the pod takes with the same protocol and hostIP
    是 {0}，Pod 的另一个容器端口已以相同的协议和 hostIP 占用它

    is required when restartPolicyRules are used
    在使用 restartPolicyRules 时是必需的

    resource
    资源

    {0}; must be 'NotRequired' when `restartPolicy` is 'Never'
    {0}；`restartPolicy` 为 'Never' 时必须是 'NotRequired'

    `configMapRef` and `secretRef`
    `configMapRef` 和 `secretRef`

    `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` and `fileKeyRef`
    `fieldRef`、`resourceFieldRef`、`configMapKeyRef`、`secretKeyRef` 和 `fileKeyRef`

    may not be specified when `value` is not empty; keep one of the two
    在 `value` 非空时不能指定；请只保留其中一个

    {0}; the referenced volume must be of type emptyDir
    {0}；所引用的卷必须是 emptyDir 类型

    {0}; unsupported pod version, only v1 is known
    {0}；不支持的 Pod 版本，只认识 v1

    {0}; the key must be {1}
    {0}；键必须是{1}

    {0}, a field label not supported here; supported values: {1}, and metadata.labels['KEY'] or metadata.annotations['KEY']
    {0}，此处不支持该字段标签；支持的值：{1}，以及 metadata.labels['KEY'] 或 metadata.annotations['KEY']

    {0}; supported values: {1}
    {0}；支持的值：{1}

    {0}; only divisors 1m and 1 are supported with the cpu resource
    {0}；cpu 资源只支持除数 1m 和 1

    {0}; only divisors 1, 1k, 1M, … 1E and 1Ki, 1Mi, … 1Ei are supported with this resource
    {0}；该资源只支持除数 1、1k、1M、… 1E 和 1Ki、1Mi、… 1Ei

    {0}; must not already exist in volumeDevices: take one of the two out
    {0}；不能已出现在 volumeDevices 中：请去掉其中一个

    {0}; must be unique
    {0}；必须唯一

    {0}; must not already exist as a path in volumeDevices
    {0}；不能已作为路径出现在 volumeDevices 中

    is given beside subPath; subPathExpr and subPath are mutually exclusive
    与 subPath 同时给出；subPathExpr 和 subPath 互相排斥

    {0}, but the pod has no volume of that name
    {0}，但 Pod 没有这个名称的卷

    is Bidirectional, which is available only to privileged containers
    是 Bidirectional，只有特权容器才能使用

    {0}; may only be specified when readOnly is true
    {0}；只有在 readOnly 为 true 时才能指定

    {0}; may only be specified when mountPropagation is None or not specified
    {0}；只有在 mountPropagation 为 None 或未指定时才能指定

    {0}; can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode
    {0}；块模式只能使用 PersistentVolumeClaim 或 Ephemeral 类型的卷来源

    {0}; must not already exist in volumeMounts: take one of the two out
    {0}；不能已出现在 volumeMounts 中：请去掉其中一个

    {0}; must not already exist as a path in volumeMounts
    {0}；不能已作为路径出现在 volumeMounts 中

    cannot be set for a linux pod; take it out, or correct spec.os.name
    不能为 linux Pod 设置；请将其去掉，或更正 spec.os.name

    cannot be set for a windows pod; take it out, or correct spec.os.name
    不能为 windows Pod 设置；请将其去掉，或更正 spec.os.name

    differs from the pod's hostProcess; both must be the same
    与 Pod 的 hostProcess 不同；两者必须一致

    has hostProcess and other containers; if one is a hostProcess container all must be
    同时含有 hostProcess 容器和其他容器；只要有一个是 hostProcess 容器，全部都必须是

    must be true if the pod contains any hostProcess containers
    在 Pod 含有 hostProcess 容器时必须是 true

    {0}; must be a Windows user name, optionally after a domain and '\'
    {0}；必须是 Windows 用户名，前面可以带域和“\”

    ␣on create
    （创建时）

    ␣when setHostnameAsFQDN is true
    （setHostnameAsFQDN 为 true 时）

    ␣when hostNetwork is true
    （hostNetwork 为 true 时）

    must be given when `dnsPolicy` is None
    在 `dnsPolicy` 为 None 时必须给出

    must hold at least one DNS nameserver when `dnsPolicy` is None
    在 `dnsPolicy` 为 None 时必须至少含有一个 DNS 名称服务器

    must not have more than 3 nameservers
    不能多于 3 个名称服务器

    must not have more than 32 search paths, nor more than 2048 characters together
    不能多于 32 个搜索路径，合计也不能多于 2048 个字符

    `resourceClaimName` and `resourceClaimTemplateName`
    `resourceClaimName` 和 `resourceClaimTemplateName`

    ␣in a pod template
    （在 Pod 模板中）

    {0}; supported values: "Always", because this workload keeps its pods running
    {0}；支持的值："Always"，因为该工作负载会让其 Pod 一直运行

    ␣in a workload that keeps its pods running
    （在让 Pod 一直运行的工作负载中）

    {0}; must be a 32bit integer
    {0}；必须是 32 位整数

    is given, but must have node name set
    已给出，但必须设置节点名称

    {0}; must be a valid seccomp profile: runtime/default, unconfined or localhost/PATH
    {0}；必须是有效的 seccomp 配置：runtime/default、unconfined 或 localhost/PATH

    names a container that the pod does not have
    指向 Pod 中没有的容器

    {0}; must be runtime/default, unconfined or localhost/PROFILE
    {0}；必须是 runtime/default、unconfined 或 localhost/PROFILE

    {0}, but the container's appArmorProfile says something else; the two must match
    {0}，但容器的 appArmorProfile 与此不同；两者必须一致

    {0}; must be a number between 0 and 0777 (octal), both inclusive
    {0}；必须是 0 到 0777（八进制）之间的数，含两端

    {0}; must not start with '..'
    {0}；不能以 '..' 开头

    `fieldRef` and `resourceFieldRef`
    `fieldRef` 和 `resourceFieldRef`

    `secret`, `configMap`, `downwardAPI` and `serviceAccountToken`
    `secret`、`configMap`、`downwardAPI` 和 `serviceAccountToken`

    {0}; may not specify a duration less than 10 minutes, nor more than 2^32 seconds
    {0}；时长不能小于 10 分钟，也不能大于 2^32 秒

    {0}; conflicting duplicate paths
    {0}；路径重复，互相冲突

    must not be set for readinessProbes
    不能为 readinessProbe 设置

    `exec`, `httpGet`, `tcpSocket` and `sleep`
    `exec`、`httpGet`、`tcpSocket` 和 `sleep`

    {0}; must be non-negative and less than terminationGracePeriodSeconds ({1})
    {0}；不能为负，且必须小于 terminationGracePeriodSeconds（{1}）

    {0}; must be 1
    {0}；必须是 1

    {0}; must be greater than 0
    {0}；必须大于 0

    `exec`, `httpGet`, `tcpSocket` and `grpc`
    `exec`、`httpGet`、`tcpSocket` 和 `grpc`

    is no resource of containers; must be cpu, memory, ephemeral-storage, hugepages-SIZE or a fully qualified name
    不是容器的资源；必须是 cpu、memory、ephemeral-storage、hugepages-SIZE 或完整限定的名称

    doesn't follow extended resource name standard
    不符合扩展资源的命名规范

    {0}; must be a positive integer multiple of the page size in its name
    {0}；必须是其名称中页大小的正整数倍

    has no limit; a limit must be set for non overcommitable resources
    没有 limit；不可超量分配的资源必须设置 limit

    {0}; must be equal to {1} limit of {2}
    {0}；必须等于 {1} 的 limit {2}

    {0}; must be less than or equal to {1} limit of {2}
    {0}；必须小于或等于 {1} 的 limit {2}

    has huge pages, which require cpu or memory
    含有大页（huge pages），因此还需要 cpu 或 memory

    claim
    claim 名称

    {0}; must be one of the names in the pod's resourceClaims
    {0}；必须是 Pod 的 resourceClaims 中的名称之一

    ␣for a whole pod
    （对整个 Pod）

    is no resource of a whole pod; supported are cpu, memory and hugepages-SIZE
    不是整个 Pod 的资源；支持 cpu、memory 和 hugepages-SIZE

    {0}; must be greater than or equal to the requests of all containers together
    {0}；必须大于或等于所有容器的 requests 之和

    {0}; must be less than or equal to the pod's {1} limit of {2}
    {0}；必须小于或等于 Pod 的 {1} limit {2}

    scheduling gate
    调度门（scheduling gate）

    ␣until all schedulingGates have been cleared
    （直到所有 schedulingGates 都被清除）

    {0}; operator must be Exists when `key` is empty, which means "match all values and all keys"
    {0}；`key` 为空时操作符必须是 Exists，表示“匹配所有值和所有键”

    {0}; effect must be 'NoExecute' when `tolerationSeconds` is set
    {0}；设置了 `tolerationSeconds` 时 effect 必须是 'NoExecute'

    {0}; value must be empty when `operator` is 'Exists'
    {0}；`operator` 为 'Exists' 时 value 必须为空

    {0}; must be in the range 1-100
    {0}；必须在 1-100 范围内

    is required: must have at least one node selector term
    是必需的：必须至少有一个节点选择项

    ␣when `operator` is 'In' or 'NotIn'
    （`operator` 为 'In' 或 'NotIn' 时）

    ␣when `operator` is 'Exists' or 'DoesNotExist'
    （`operator` 为 'Exists' 或 'DoesNotExist' 时）

    must hold a single value when `operator` is 'Lt' or 'Gt'
    在 `operator` 为 'Lt' 或 'Gt' 时必须只有一个值

    {0}; supported values: "In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"
    {0}；支持的值："In"、"NotIn"、"Exists"、"DoesNotExist"、"Gt"、"Lt"

    {0}; supported values of matchFields: "In", "NotIn"
    {0}；matchFields 支持的值："In"、"NotIn"

    must hold a single value for a node field
    对节点字段必须只有一个值

    {0}, no valid field selector key; only metadata.name is
    {0}，不是有效的字段选择键；只有 metadata.name 是

    ␣when labelSelector is not set
    （没有设置 labelSelector 时）

    {0}; exists in both matchLabelKeys and mismatchLabelKeys
    {0}；同时出现在 matchLabelKeys 和 mismatchLabelKeys 中

    pair of topologyKey and whenUnsatisfiable
    topologyKey 与 whenUnsatisfiable 的组合

    can only be used if whenUnsatisfiable=DoNotSchedule
    只能在 whenUnsatisfiable=DoNotSchedule 时使用

    ␣when `hostUsers` is false
    （`hostUsers` 为 false 时）

    is true beside hostPID; ShareProcessNamespace and HostPID cannot both be enabled
    与 hostPID 同时为 true；ShareProcessNamespace 和 HostPID 不能同时启用

    sysctl
    sysctl 名称

    hostNetwork
    hostNetwork 字段

    hostIPC
    hostIPC 字段

    {0}, which may not be set when {1} is true
    {0}，在 {1} 为 true 时不能设置

    must be set when seccomp type is Localhost
    在 seccomp 类型为 Localhost 时必须设置

    must be set when AppArmor type is Localhost
    在 AppArmor 类型为 Localhost 时必须设置

    {0}; must not be padded with whitespace
    {0}；两端不能有空白

    can only be set when the profile's type is Localhost
    只能在配置类型为 Localhost 时设置

    is Unmasked, for which the pod's `hostUsers` must be false
    是 Unmasked，此时 Pod 的 `hostUsers` 必须是 false

    is false beside privileged true; cannot set `allowPrivilegeEscalation` to false and `privileged` to true
    是 false 而 privileged 是 true；不能把 `allowPrivilegeEscalation` 设为 false 同时把 `privileged` 设为 true

    is false; cannot set `allowPrivilegeEscalation` to false and add the capability CAP_SYS_ADMIN
    是 false；不能把 `allowPrivilegeEscalation` 设为 false 同时添加 capability CAP_SYS_ADMIN

    is given beside minAvailable; minAvailable and maxUnavailable cannot be both set
    与 minAvailable 同时给出；minAvailable 和 maxUnavailable 不能都设置

    {0}, an unexpected group and version
    {0}，组和版本不符合要求

    {0}; apiVersion must specify API group, such as apps/v1
    {0}；apiVersion 必须指明 API 组，例如 apps/v1

    {0}; must be greater than or equal to 1
    {0}；必须大于或等于 1

    {0}; must be set and greater than 0
    {0}；必须设置且大于 0

    {0}; must be greater than or equal to `minReplicas` ({1})
    {0}；必须大于或等于 `minReplicas`（{1}）

    must populate information for the given metric source
    必须填写所选指标来源的信息

    is given, but must be empty when the metric's type is '{0}'
    已给出，但指标类型为 '{0}' 时必须为空

    or averageValue is required: must set a target
    与 averageValue 至少要给出一个：必须设置目标

    is required: must specify a positive target averageValue
    是必需的：必须指定为正数的目标 averageValue

    is given beside another target; may not set both
    与另一个目标同时给出；不能两者都设置

    is empty; must specify at least one Policy
    是空的；必须至少指定一个 Policy

    type
    类型

    {0}; priority class names with 'system-' prefix are reserved for system use only
    {0}；以 'system-' 开头的优先级类名称保留给系统使用

    is {0}; maximum allowed value of a user defined priority is 1000000000
    是 {0}；用户定义的优先级最大允许值是 1000000000

    ␣when `type` is 'Pod'
    （`type` 为 'Pod' 时）

    names neither; either minimum or maximum storage value is required
    两者都没有指明；必须给出最小或最大的存储值

    must be a standard resource type or fully qualified
    必须是标准资源类型或完整限定的名称

    must be {0}
    必须是{0}

    has a {0} greater than its {1}
    的{0}大于{1}

    min value
    最小值

    max value
    最大值

    default request value
    默认请求值

    default limit value
    默认限制值

    default value
    默认值

    {0}, a ratio less than 1
    {0}，比值小于 1

    {0}, a ratio greater than max/min
    {0}，比值大于 max/min

    must be equal to the default request for a non overcommitable resource
    对不可超量分配的资源必须等于默认请求值

    must be a standard resource for quota, such as requests.cpu, limits.memory or pods, or fully qualified
    必须是配额的标准资源（例如 requests.cpu、limits.memory 或 pods）或完整限定的名称

    {0}; must be 'Exists' for the scope {1}
    {0}；对作用域 {1} 必须是 'Exists'

    has conflicting scopes
    含有互相冲突的作用域

    {0}, an unsupported scope; supported values: {1}
    {0}，不支持的作用域；支持的值：{1}

    {0}, an unsupported scope applied to resource {1}
    {0}，不支持用于资源 {1} 的作用域

    {0}; must be a valid IP address, such as 10.9.8.7 or 2001:db8::ffff
    {0}；必须是有效的 IP 地址，例如 10.9.8.7 或 2001:db8::ffff

    {0}; must not have leading 0s
    {0}；不能有前导 0

    {0}; must not be an IPv4-mapped IPv6 address
    {0}；不能是 IPv4 映射的 IPv6 地址

    {0}; must be a valid CIDR value, such as 10.9.8.0/24 or 2001:db8::/64
    {0}；必须是有效的 CIDR 值，例如 10.9.8.0/24 或 2001:db8::/64

    must not have leading 0s
    不能有前导 0

    must not be an IPv4-mapped IPv6 address
    不能是 IPv4 映射的 IPv6 地址

    must not have bits set beyond the prefix length
    前缀长度之外不能有置位

    {0}; {1}
    {0}；{1}

    may not be unspecified
    不能是未指定地址

    may not be in the loopback range (127.0.0.0/8, ::1/128)
    不能在环回范围内（127.0.0.0/8、::1/128）

    may not be in the link-local range (169.254.0.0/16, fe80::/10)
    不能在链路本地范围内（169.254.0.0/16、fe80::/10）

    may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)
    不能在链路本地多播范围内（224.0.0.0/24、ff02::/10）

    has the key "{0}"; it must be {1}
    有键“{0}”；它必须是{1}

    have {0} bytes; may not be more than 262144 bytes
    共有 {0} 字节；不能多于 262144 字节

    is required; it must name labels of the template
    是必需的；它必须写明模板的标签

    is empty, and an empty selector is invalid here; it must name labels of the template
    是空的，而此处空的选择器无效；它必须写明模板的标签

    {0}; `selector` does not match template `labels`: it asks for {1} {2} {3}
    {0}；`selector` 与模板的 `labels` 不匹配：它要求 {1} {2} {3}

    {0}; `selector` does not match template `labels`: it asks for {1}: {2}
    {0}；`selector` 与模板的 `labels` 不匹配：它要求 {1}: {2}

    have no label {0}
    没有标签 {0}

    a lowercase RFC 1123 label: at most 63 of a-z, 0-9 and '-', with a letter or digit first and last
    小写的 RFC 1123 标签：最多 63 个字符，由 a-z、0-9 和“-”组成，首尾是字母或数字

    a lowercase RFC 1123 subdomain: at most 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends of each part
    小写的 RFC 1123 子域名：最多 253 个字符，由 a-z、0-9、“-”和“.”组成，每一段的首尾是字母或数字

    a DNS-1035 label: at most 63 of a-z, 0-9 and '-', with a letter first and a letter or digit last
    DNS-1035 标签：最多 63 个字符，由 a-z、0-9 和“-”组成，以字母开头，以字母或数字结尾

    a DNS-1035 label in any case: at most 63 letters, digits and '-', with a letter first
    不区分大小写的 DNS-1035 标签：最多 63 个字母、数字和“-”，以字母开头

    a wildcard DNS-1123 subdomain: '*.' and then a subdomain
    带通配符的 DNS-1123 子域名：先是 '*.'，然后是子域名

    a qualified name: at most 63 letters, digits, '-', '_' and '.', with a letter or digit first and last, and before it optionally a DNS subdomain and '/'
    限定名称：最多 63 个字符，由字母、数字、“-”、“_”和“.”组成，首尾是字母或数字，前面可以有 DNS 子域名和“/”

    empty or at most 63 letters, digits, '-', '_' and '.', with a letter or digit first and last
    空的，或最多 63 个字符，由字母、数字、“-”、“_”和“.”组成，首尾是字母或数字

    neither '.' nor '..' and hold neither '/' nor '%'
    既非 '.' 也非 '..'、且不含 '/' 和 '%' 的名称

    a port name: at most 15 of a-z, 0-9 and '-', with at least one letter, no '--' and no '-' first or last
    端口名称：最多 15 个字符，由 a-z、0-9 和“-”组成，至少含一个字母，没有“--”，首尾不是“-”

    a config key: at most 253 letters, digits, '-', '_' and '.', not '.' and not beginning with '..'
    配置键：最多 253 个字符，由字母、数字、“-”、“_”和“.”组成，不是 '.'，也不以 '..' 开头

    letters, digits, '_', '-' and '.', not beginning with a digit
    字母、数字、“_”、“-”和“.”，不以数字开头

    printable ASCII characters other than '='
    除 '=' 之外的可打印 ASCII 字符

    letters, digits and '-'
    字母、数字和“-”

    a domain-prefixed path such as "acme.io/foo"
    前面带域名的路径，例如 "acme.io/foo"

    a domain of at least three segments separated by dots
    至少由三段组成、以点分隔的域名

    a whole number followed by '%', or a number without quotes
    整数加“%”，或不加引号的数字

    at most 253 of a-z, 0-9, '-', '_', '.' and '/', as in net.core.somaxconn
    最多 253 个字符，由 a-z、0-9、“-”、“_”、“.”和“/”组成，例如 net.core.somaxconn

    a CEL identifier that is no reserved word
    非保留字的 CEL 标识符

    is required: name or generateName is required; give the object a name
    是必需的：必须给出 name 或 generateName；请给对象写一个名称

    {0}; names must be {1}
    {0}；名称必须是{1}

    {0}, which is neither a standard finalizer name nor fully qualified; write domain/name
    {0}，既不是标准的 finalizer 名称，也没有带域名；请写成 domain/name

    is given together with orphan; finalizers orphan and foregroundDeletion exclude each other
    与 orphan 同时给出；finalizer orphan 和 foregroundDeletion 互相排斥

    is missing; version must not be empty
    缺失；version 不能为空

    ␣in an owner reference
    （在 owner reference 中）

    is Event, which cannot own objects
    是 Event，它不能拥有对象

    is true a second time; only one reference can have controller set to true
    第二次为 true；只有一个引用可以把 controller 设为 true

    {0}; must be between 1 and 65535, inclusive
    {0}；必须在 1 到 65535 之间，含两端

    {0}; must be {1}, or a number without quotes
    {0}；必须是{1}，或不加引号的数字

    {0}; must be greater than or equal to 0
    {0}；必须大于或等于 0

    {0}; must be an integer
    {0}；必须是整数

    is empty, but required{0}
    是空的，但它是必需的{0}

    is required; supported values: {0}
    是必需的；支持的值：{0}

    {0}; must be greater than or equal to {1}
    {0}；必须大于或等于 {1}

    {0}; must be between {1} and {2}, inclusive
    {0}；必须在 {1} 到 {2} 之间，含两端

    may not be set{0}; take it out
    不能设置{0}；请将其去掉

    has {0} bytes; may not be more than {1} bytes
    有 {0} 字节；不能多于 {1} 字节

    has {0} items; must have at most {1}
    有 {0} 项；最多只能有 {1} 项

    {0}, the same {1} as one before it; each may stand only once
    {0}，与前面某项的{1}相同；每个只能出现一次

    is given beside another; keep exactly one of {0}
    与另一项同时给出；{0} 中请只保留一个

    names none of {0}; write exactly one of them
    没有给出 {0} 中的任何一个；请恰好写其中一个

    {0}; must not be greater than 100%
    {0}；不能大于 100%

    {0}; must be a relative path
    {0}；必须是相对路径

    {0}; must not contain '..'
    {0}；不能含有 '..'

    is required: a claim says how much storage it needs
    是必需的：claim 要写明需要多少存储

    must match dataSourceRef when both are given
    在两者都给出时必须与 dataSourceRef 一致

    {0}; without apiGroup it must be 'PersistentVolumeClaim'
    {0}；没有 apiGroup 时必须是 'PersistentVolumeClaim'

    : at least 1 access mode
    ：至少 1 个访问模式

    may not use ReadWriteOncePod with other access modes
    ReadWriteOncePod 不能与其他访问模式同时使用

    term
    选择项

    audience
    受众（audience）

    ␣without tokenRequests
    （没有 tokenRequests 时）

    driver
    驱动

    must specify exactly one of inlineVolumeSpec and persistentVolumeName
    必须恰好指定 inlineVolumeSpec 和 persistentVolumeName 之一

    : at least one key/value pair
    ：至少一个键值对

    has an empty key; field can not be empty
    有一个空的键；字段不能为空

    have {0} bytes; may not be more than {1} bytes
    共有 {0} 字节；不能多于 {1} 字节

    ␣in the context of inline volumes
    （对内联卷）

    is no capacity of a volume; supported values: "storage"
    不是卷的容量；支持的值："storage"

    ␣to 'Recycle' for a hostPath mount of '/'
    （对 '/' 的 hostPath 挂载设为 'Recycle'）

    names no source; must specify a volume type
    没有指明来源；必须指定一种卷类型

    : a local volume requires node affinity
    ：本地卷需要节点亲和性

    ␣for a volume that is none of csi
    （对不是 csi 的卷）

    is a kind of volume that Kubernetes no longer mounts; use a CSI driver
    是 Kubernetes 已不再挂载的卷类型；请使用 CSI 驱动

    is given beside another source; may not specify more than 1 volume type: keep one of them
    与另一个来源同时给出；不能指定多于 1 种卷类型：请只保留其中一个

    must have exactly one of `datasetName` and `datasetUUID`
    必须恰好有 `datasetName` 和 `datasetUUID` 之一

    {0}; must not contain '/'
    {0}；不能含有 '/'

    {0}; must be a valid resource quantity, not below 0
    {0}；必须是有效的资源数量，且不小于 0

    {0}; must be valid format starting with iqn, eui, or naa
    {0}；必须是以 iqn、eui 或 naa 开头的有效格式

    must be given instead of wwids, or wwids instead: either targetWWNs or wwids, but not both
    与 wwids 必须给出其一：targetWWNs 或 wwids，但不能两者都给出

    is an option of a reserved namespace; kubernetes.io and k8s.io are not allowed
    是保留命名空间中的选项；不允许 kubernetes.io 和 k8s.io

    {0}; a disk of this kind has a URI that begins with {1}
    {0}；此类磁盘的 URI 以 {1} 开头

    {0}; must be host:port pairs separated by commas
    {0}；必须是以逗号分隔的 host:port

    must be no more than 52 characters
    不能多于 52 个字符

    is missing, and its default Always is not allowed in a Job; valid values: "OnFailure", "Never"
    缺失，而其默认值 Always 在 Job 中不允许；有效值："OnFailure"、"Never"

    is Always; valid values in a Job: "OnFailure", "Never"
    是 Always；在 Job 中的有效值："OnFailure"、"Never"

    {0}; only "Never" is supported when podFailurePolicy is specified
    {0}；指定了 podFailurePolicy 时只支持 "Never"

    may not be set; `selector` will be auto-generated
    不能设置；`selector` 会自动生成

    is true; supported values: false
    是 true；支持的值：false

    requires indexed completion mode; write completionMode: Indexed
    需要 Indexed 的 completionMode；请写 completionMode: Indexed

    is required when completion mode is Indexed
    在 completionMode 为 Indexed 时是必需的

    {0}; must be less than or equal to {1} when completion mode is Indexed
    {0}；completionMode 为 Indexed 时必须小于或等于 {1}

    {0}; must be less than or equal to completions
    {0}；必须小于或等于 completions

    {0}; must be less than or equal to {1}
    {0}；必须小于或等于 {1}

    is required when completions is above {0}
    在 completions 大于 {0} 时是必需的

    {0}; must be less than or equal to {1} when completions is above {2}
    {0}；completions 大于 {2} 时必须小于或等于 {1}

    is required when maxFailedIndexes is specified
    在指定了 maxFailedIndexes 时是必需的

    {0}; with the index of its last pod it must be {1}
    {0}；加上其最后一个 Pod 的索引后必须是{1}

    has {0} bytes; must be no more than 63 bytes, because it becomes a label of the pods
    有 {0} 字节；不能多于 63 字节，因为它会成为 Pod 的标签

    {0}, but the server sets this label itself; take it out
    {0}，但服务器会自己设置该标签；请将其去掉

    is given without manualSelector, so it is not the auto-generated one; take it out
    已给出但没有 manualSelector，因此它不是自动生成的；请将其去掉

    is FailIndex, which requires the backoffLimitPerIndex to be set
    是 FailIndex，它要求设置 backoffLimitPerIndex

    specifies both OnExitCodes and OnPodConditions, and only one is supported
    同时指定了 OnExitCodes 和 OnPodConditions，但只支持一个

    must specify one of OnExitCodes and OnPodConditions
    必须指定 OnExitCodes 和 OnPodConditions 之一

    {0}; must be one of the container or initContainer names
    {0}；必须是某个容器或 init 容器的名称

    needs at least one value
    至少需要一个值

    is 0; must not be 0 for the In operator
    是 0；使用 In 操作符时不能是 0

    exit code
    退出码

    must be ordered
    必须按顺序排列

    must specify at least one of succeededCount and succeededIndexes
    必须至少指定 succeededCount 和 succeededIndexes 之一

    {0}, which cannot be read: {1}
    {0}，无法读取：{1}

    {0}; must be less than or equal to completions ({1})
    {0}；必须小于或等于 completions（{1}）

    {0}; must be less than or equal to the indexes listed ({1})
    {0}；必须小于或等于所列索引的数量（{1}）

    write numbers and ranges such as 1,3-5
    请写数字和范围，例如 1,3-5

    too large index {0}, completions is {1}
    索引 {0} 太大，completions 是 {1}

    indexes must be in increasing order
    索引必须递增

    {0}; cannot use TZ or CRON_TZ in schedule, use timeZone field instead
    {0}；schedule 中不能使用 TZ 或 CRON_TZ，请改用 timeZone 字段

    timeZone must be nil or non-empty string
    timeZone 必须不写或为非空字符串

    timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones
    timeZone 必须是 https://www.iana.org/time-zones 中定义的明确时区

    unknown time zone, see https://www.iana.org/time-zones
    未知时区，见 https://www.iana.org/time-zones

    empty spec string
    字符串为空

    expected exactly 5 fields, found {0}
    应恰好有 5 个字段，现有 {0}

    too many slashes: {0}
    斜杠太多：{0}

    too many hyphens: {0}
    连字符太多：{0}

    step of range should be a positive number
    范围的步长应为正数

    beginning of range ({0}) below minimum ({1})
    范围的起点（{0}）小于最小值（{1}）

    end of range ({0}) above maximum ({1})
    范围的终点（{0}）大于最大值（{1}）

    beginning of range ({0}) beyond end of range ({1})
    范围的起点（{0}）大于终点（{1}）

    "{0}" is no number
    “{0}”不是数字

    unrecognized descriptor; known are {0} and "@every DURATION"
    无法识别的描述符；已知的有 {0} 和 "@every DURATION"

    failed to parse duration; write for instance @every 1h30m
    无法解析时长；请写成例如 @every 1h30m

    : without a selector the template's labels are one
    ：没有 selector 时，由模板的标签充当

    {0}; must be greater than minReadySeconds ({1})
    {0}；必须大于 minReadySeconds（{1}）

    is {0} by default; must be greater than minReadySeconds ({1})
    默认是 {0}；必须大于 minReadySeconds（{1}）

    may not be specified when strategy `type` is 'Recreate'
    在 strategy 的 `type` 为 'Recreate' 时不能指定

    may not be 0 when `maxSurge` is 0
    在 `maxSurge` 为 0 时不能是 0

    {0}; may not be set when maxUnavailable is non-zero, and it is {1}
    {0}；maxUnavailable 非零（现为 {1}）时不能设置

    cannot be 0 when maxSurge is 0
    在 maxSurge 为 0 时不能是 0

    is only allowed for updateStrategy 'RollingUpdate'
    只允许用于 updateStrategy 'RollingUpdate'

    {0}; cannot be 0
    {0}；不能是 0

    {0}, the claim of an ephemeral volume of this pod
    {0}，它是此 Pod 某个临时卷的 claim
    """#
}
