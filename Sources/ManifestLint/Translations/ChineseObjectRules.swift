extension Chinese {
  /// The rules about objects.
  static let objectRules = #"""
    The access modes of a volume or claim cannot be used
    卷或声明的访问模式不可用

    The server refuses the object: `at least 1 access mode is required`, or a mode that it does not know.
    服务器会拒绝该对象：`at least 1 access mode is required`，或出现了它不认识的模式。

    Write one or more of ReadWriteOnce, ReadOnlyMany and ReadWriteMany, or ReadWriteOncePod alone.
    请写 ReadWriteOnce、ReadOnlyMany 和 ReadWriteMany 中的一个或多个，或单独写 ReadWriteOncePod。

    An address or a range of addresses cannot be used
    地址或地址范围不可用

    The server refuses the object: `must be a valid IP address` or `must be a valid CIDR value`; from 1.36 on leading zeros, IPv4-mapped addresses and bits behind the prefix are refused too.
    服务器会拒绝该对象：`must be a valid IP address` 或 `must be a valid CIDR value`；从 1.36 起，前导零、IPv4 映射地址和前缀之后的位也会被拒绝。

    Write the address in its usual form.
    请按通常的形式书写地址。

    A term of an affinity is incomplete
    亲和性的某一项不完整

    The server refuses the pod: `must have at least one node selector term`, `must be in the range 1-100`, a topologyKey that is missing.
    服务器会拒绝该 Pod：`must have at least one node selector term`、`must be in the range 1-100`，或缺少 topologyKey。

    Complete the term as the message says.
    请按消息所说补全该项。

    An annotation's key has a form that is not allowed
    注解的键形式不允许

    The server refuses the object: `name part must consist of alphanumeric characters, '-', '_' or '.'`.
    服务器会拒绝该对象：`name part must consist of alphanumeric characters, '-', '_' or '.'`。

    Write a name, optionally behind a DNS subdomain and '/'.
    请写一个名称，前面可以加 DNS 子域名和 '/'。

    An annotation that the server reads has a value that it cannot use
    服务器会读取的注解有它无法使用的值

    Some annotations of pods are validated like fields: `must be a 32bit integer`, `container not found`, `must be a valid seccomp profile`.
    Pod 的某些注解会像字段一样校验：`must be a 32bit integer`、`container not found`、`must be a valid seccomp profile`。

    Write a value that the annotation allows, or use the field that replaced it.
    请写该注解允许的值，或使用取代它的字段。

    An API service is not described as the aggregator wants it
    API 服务的描述不符合聚合器的要求

    The server refuses it: the name is VERSION.GROUP, and both priorities are positive.
    服务器会拒绝它：名称是 VERSION.GROUP，两个优先级都必须为正数。

    Correct the name and give both priorities.
    请更正名称，并给出两个优先级。

    A request for a certificate cannot be read
    证书请求无法读取

    The server refuses it: `PEM block type must be CERTIFICATE REQUEST`, or a signer without domain and path.
    服务器会拒绝它：`PEM block type must be CERTIFICATE REQUEST`，或 signer 没有域名和路径。

    Put the base64 of the whole PEM file into spec.request.
    请把整个 PEM 文件的 base64 写入 spec.request。

    The addresses of a Service contradict each other
    Service 的地址互相矛盾

    The server refuses the Service: `first value must match clusterIP`, `'None' must be the first and only value`, a family that is not the address's.
    服务器会拒绝该 Service：`first value must match clusterIP`、`'None' must be the first and only value`，或协议族与地址不符。

    Leave the addresses out, or let them agree.
    请不写这些地址，或让它们一致。

    A key of a ConfigMap or Secret is not allowed
    ConfigMap 或 Secret 的某个键不允许

    The server refuses the object: `a valid config key must consist of alphanumeric characters, '-', '_' or '.'`.
    服务器会拒绝该对象：`a valid config key must consist of alphanumeric characters, '-', '_' or '.'`。

    Rename the key; paths belong into the volume's items.
    请重命名该键；路径应写在卷的 items 中。

    A default of a custom resource is no value that its schema allows
    自定义资源的默认值不是其 schema 允许的值

    The server refuses the definition: `must not have unknown fields`, `in body must be of type …`.
    服务器会拒绝该定义：`must not have unknown fields`、`in body must be of type …`。

    Correct the default or the schema.
    请更正默认值或 schema。

    The list or map type of a custom resource's field cannot hold
    自定义资源字段的列表或映射类型不成立

    The server refuses the definition: `must not be empty if x-kubernetes-list-type is map`, `entries must all be names of item properties`.
    服务器会拒绝该定义：`must not be empty if x-kubernetes-list-type is map`、`entries must all be names of item properties`。

    Name the keys of a list of type map, and require them.
    请为 map 类型的列表指明键，并将其设为必需。

    The names of a custom resource do not fit each other
    自定义资源的各个名称互相不符

    The server refuses the definition: `must be spec.names.plural+"."+spec.group`, and groups of Kubernetes need an approval.
    服务器会拒绝该定义：`must be spec.names.plural+"."+spec.group`，而且 Kubernetes 的组需要审批。

    Name the object PLURAL.GROUP, with lower-case names.
    请把对象命名为 PLURAL.GROUP，名称用小写。

    The schema of a custom resource is not structural
    自定义资源的 schema 不是结构化的

    The server refuses the definition: `must not be empty for specified object fields`, `is not supported`, `must be empty to be structural`.
    服务器会拒绝该定义：`must not be empty for specified object fields`、`is not supported`、`must be empty to be structural`。

    Give every field a type, and keep types out of allOf, anyOf, oneOf and not.
    请给每个字段写明类型，并且不要在 allOf、anyOf、oneOf 和 not 中写类型。

    The versions of a custom resource are incomplete
    自定义资源的版本不完整

    The server refuses the definition: `must have exactly one version marked as storage version`, and every version has a schema.
    服务器会拒绝该定义：`must have exactly one version marked as storage version`，而且每个版本都要有 schema。

    Mark one version as stored and give each its schema.
    请把一个版本标记为存储版本，并给每个版本写 schema。

    The schedule of a CronJob cannot be read
    CronJob 的时间表无法读取

    The server refuses it: `expected exactly 5 fields, found …`, `end of range (7) above maximum (6)`. There is no field for seconds, and Sunday is 0.
    服务器会拒绝它：`expected exactly 5 fields, found …`、`end of range (7) above maximum (6)`。没有秒的字段，星期日是 0。

    Write five fields: minute, hour, day of month, month, day of week.
    请写五个字段：分钟、小时、日、月、星期。

    What a claim is filled from cannot be used
    填充声明的来源不可用

    The server refuses the claim: without apiGroup the source must be another claim, and dataSource and dataSourceRef must agree.
    服务器会拒绝该声明：没有 apiGroup 时来源必须是另一个声明，而且 dataSource 与 dataSourceRef 必须一致。

    Name apiGroup, kind and name of the source once.
    请只写一次来源的 apiGroup、kind 和 name。

    An annotation is used that a field has replaced
    使用了已被字段取代的注解

    The server warns: `deprecated since v1.30; use the "appArmorProfile" field instead`. Newer releases read such annotations no more.
    服务器会警告：`deprecated since v1.30; use the "appArmorProfile" field instead`。较新的版本不再读取这样的注解。

    Use the field that the message names.
    请使用消息指明的字段。

    A label of nodes is asked for that is on its way out
    要求了即将停用的节点标签

    The server warns: `deprecated since v1.14; use "kubernetes.io/os" instead`. Nodes without the old label are never chosen.
    服务器会警告：`deprecated since v1.14; use "kubernetes.io/os" instead`。没有旧标签的节点永远不会被选中。

    Use the label that the message names.
    请使用消息指明的标签。

    A request for devices cannot be satisfied as it is written
    设备请求按其写法无法满足

    The server refuses the claim: `exactly one of exactly or firstAvailable is required`, a count with All, a request that the claim does not have.
    服务器会拒绝该声明：`exactly one of exactly or firstAvailable is required`，或在 All 时写了数量，或写了声明中没有的请求。

    Correct the request as the message says.
    请按消息所说更正该请求。

    A disruption budget says two things
    中断预算（PodDisruptionBudget）同时说了两件事

    The server refuses it: `minAvailable and maxUnavailable cannot be both set`.
    服务器会拒绝它：`minAvailable and maxUnavailable cannot be both set`。

    Keep one of the two.
    请只保留其中一个。

    The pod's name resolution cannot be set up
    Pod 的域名解析无法设置

    The server refuses the pod: `must provide dnsConfig when dnsPolicy is None`, `must not have more than 3 nameservers`.
    服务器会拒绝该 Pod：`must provide dnsConfig when dnsPolicy is None`、`must not have more than 3 nameservers`。

    Give one to three name servers with dnsPolicy None.
    dnsPolicy 为 None 时，请给出一到三个名称服务器。

    Two containers of a pod have one name
    一个 Pod 的两个容器同名

    The server refuses the pod: Duplicate value. Init containers count too.
    服务器会拒绝该 Pod：Duplicate value。init 容器也算在内。

    Give each container a name of its own.
    请给每个容器各自的名称。

    Something stands twice that must be unique
    必须唯一的内容出现了两次

    The server refuses the object: `Duplicate value`.
    服务器会拒绝该对象：`Duplicate value`。

    Take one of the two out, or give it a name of its own.
    请去掉其中一个，或给它自己的名称。

    An environment variable has a name that is not allowed
    环境变量的名称不允许

    The server refuses the pod: `a valid environment variable name must consist only of printable ASCII characters other than '='`; up to 1.31 of letters, digits, '_', '-' and '.' alone.
    服务器会拒绝该 Pod：`a valid environment variable name must consist only of printable ASCII characters other than '='`；在 1.31 及之前只能由字母、数字、“_”、“-”和“.”组成。

    Rename the variable.
    请重命名该变量。

    An environment variable has no source, or more than one
    环境变量没有来源，或有多个来源

    The server refuses the pod: `must specify one of: fieldRef, …`, `may not be specified when value is not empty`.
    服务器会拒绝该 Pod：`must specify one of: fieldRef, …`、`may not be specified when value is not empty`。

    Give either value or exactly one source.
    请给出 value，或恰好一个来源。

    An event lies in another namespace than its subject
    事件与其对象位于不同的命名空间

    The server refuses the event: `does not match event.namespace`. Events do not belong in a repository at all.
    服务器会拒绝该事件：`does not match event.namespace`。事件根本不应放在仓库中。

    Take the event out.
    请去掉该事件。

    A disruption budget lets no pod go
    中断预算不允许任何 Pod 离开

    Nodes with such pods cannot be drained: the eviction is answered with `Cannot evict pod as it would violate the pod's disruption budget`.
    运行这种 Pod 的节点无法排空：驱逐会得到回答 `Cannot evict pod as it would violate the pod's disruption budget`。

    Let at least one pod be away.
    请至少允许一个 Pod 不在。

    An expression does not compile
    表达式无法编译

    The server refuses the object: `compilation failed: ERROR: <input>:1:5: Syntax error`, `undeclared reference to …`. Types that the server alone knows are not checked.
    服务器会拒绝该对象：`compilation failed: ERROR: <input>:1:5: Syntax error`、`undeclared reference to …`。只有服务器才知道的类型不会检查。

    Correct the expression.
    请更正该表达式。

    A field of the pod is asked for that cannot be had
    要求了 Pod 中无法取得的字段

    The server refuses the pod: `field label not supported`, or an `Unsupported value` with the fields that can be had.
    服务器会拒绝该 Pod：`field label not supported`，或列出可取得字段的 `Unsupported value`。

    Use one of the fields that the message lists.
    请使用消息列出的字段之一。

    A finalizer has a name that the server does not take
    finalizer 的名称不被服务器接受

    The server refuses the object: `name is neither a standard finalizer name nor is it fully qualified`.
    服务器会拒绝该对象：`name is neither a standard finalizer name nor is it fully qualified`。

    Write DOMAIN/NAME, or kubernetes, orphan or foregroundDeletion.
    请写 DOMAIN/NAME，或 kubernetes、orphan、foregroundDeletion。

    A flow schema or priority level cannot be applied
    流模式（FlowSchema）或优先级无法应用

    The server refuses it: `must be 'Exempt' if and only if name is 'exempt'`, paths that do not begin with /, more hands than queues.
    服务器会拒绝它：`must be 'Exempt' if and only if name is 'exempt'`，路径不以 / 开头，或 hand 的数量多于队列。

    Correct the field as the message says.
    请按消息所说更正该字段。

    A field may not be set here
    此处不能设置该字段

    The server refuses the object: `Forbidden`.
    服务器会拒绝该对象：`Forbidden`。

    Take the field out, or change the one that excludes it.
    请去掉该字段，或修改与它互相排斥的字段。

    An amount of memory is a fraction of a byte
    内存的数量是一个字节的若干分之一

    The server warns: `fractional byte value "128m" is invalid, must be an integer`. In quantities m means thousandths.
    服务器会警告：`fractional byte value "128m" is invalid, must be an integer`。在数量中 m 表示千分之一。

    Write Mi or M for millions of bytes.
    百万字节请写 Mi 或 M。

    Settings of the host's namespaces exclude each other
    主机命名空间的设置互相排斥

    The server refuses the pod: `ShareProcessNamespace and HostPID cannot both be enabled`, or a sysctl of a namespace that is the host's.
    服务器会拒绝该 Pod：`ShareProcessNamespace and HostPID cannot both be enabled`，或 sysctl 所属的命名空间是主机的。

    A port of the node cannot be taken
    节点的端口无法占用

    The server refuses the pod: two containers with one hostPort, or, with hostNetwork, a hostPort that is not the containerPort.
    服务器会拒绝该 Pod：两个容器使用同一个 hostPort，或在使用 hostNetwork 时 hostPort 与 containerPort 不同。

    Give each its own hostPort; with hostNetwork leave hostPort out.
    请给每个容器各自的 hostPort；使用 hostNetwork 时请不写 hostPort。

    Windows host processes are not set up consistently
    Windows 主机进程的设置不一致

    The server refuses the pod: `hostNetwork must be true if pod contains any hostProcess containers`, and all containers must be host processes or none.
    服务器会拒绝该 Pod：`hostNetwork must be true if pod contains any hostProcess containers`，而且所有容器必须都是主机进程，或都不是。

    Set hostProcess for the pod, and hostNetwork true.
    请为 Pod 设置 hostProcess，并把 hostNetwork 设为 true。

    A value has no effect, or is on its way out
    值不起作用，或即将停用

    The server warns of it and does without: `spec.externalName is ignored when spec.type is not "ExternalName"`.
    服务器会对此发出警告，并不使用它：`spec.externalName is ignored when spec.type is not "ExternalName"`。

    Take it out, or write what the message names.
    请将其去掉，或写消息指明的内容。

    An image's name has white space around it
    镜像名称两端有空白

    The server refuses the pod: `must not have leading or trailing whitespace`.
    服务器会拒绝该 Pod：`must not have leading or trailing whitespace`。

    Take the white space out.
    请去掉空白。

    An image's version is left open
    没有确定镜像的版本

    Without a tag, and with the tag latest, what runs depends on when the node pulled it; a rollback of the repository does not bring the old image back.
    没有标签（tag）或标签为 latest 时，实际运行的内容取决于节点拉取镜像的时间；回滚仓库也不会恢复旧镜像。

    Write a version as the tag, or a digest.
    请把版本写成标签，或写摘要（digest）。

    An Ingress leads nowhere, or to two places
    Ingress 没有指向任何地方，或指向两个地方

    The server refuses the Ingress: `either defaultBackend or rules must be specified`, `port name or number is required`.
    服务器会拒绝该 Ingress：`either defaultBackend or rules must be specified`、`port name or number is required`。

    Name a service and its port.
    请指明一个 Service 及其端口。

    Annotation and field name different classes
    注解与字段指明了不同的类

    The server refuses the Ingress: `must match ingressClassName when both are specified`; up to 1.26 both together are refused in any case.
    服务器会拒绝该 Ingress：`must match ingressClassName when both are specified`；在 1.26 及之前，两者同时出现一律被拒绝。

    Take the annotation kubernetes.io/ingress.class out.
    请去掉注解 kubernetes.io/ingress.class。

    The host of an Ingress is no host name
    Ingress 的主机不是主机名

    The server refuses the Ingress: `must be a DNS name, not an IP address`, or a host with capitals, a port or a path.
    服务器会拒绝该 Ingress：`must be a DNS name, not an IP address`，或主机含有大写字母、端口或路径。

    Write a host name alone, optionally behind `*.`.
    请只写主机名，前面可以加 `*.`。

    A path of an Ingress lacks its type or is not absolute
    Ingress 的路径缺少类型，或不是绝对路径

    The server refuses the Ingress: `pathType must be specified`, `must be an absolute path`.
    服务器会拒绝该 Ingress：`pathType must be specified`、`must be an absolute path`。

    Write pathType, and a path that begins with /.
    请写 pathType，以及以 / 开头的路径。

    An init container has what only running containers may have
    init 容器有只有常驻容器才能有的内容

    Probes and lifecycle hooks are for containers that stay: `may not be set for init containers without restartPolicy=Always`.
    探针和生命周期钩子用于常驻的容器：`may not be set for init containers without restartPolicy=Always`。

    Take the field out, or make the container a sidecar with restartPolicy: Always.
    请去掉该字段，或用 restartPolicy: Always 使该容器成为 sidecar。

    What a Job needs to complete contradicts itself
    Job 的完成条件互相矛盾

    The server refuses the Job: an Indexed one needs completions, and only an Indexed one has limits for each index or a success policy.
    服务器会拒绝该 Job：Indexed 的 Job 需要 completions，而且只有 Indexed 的 Job 才能有按索引的限制或成功策略。

    Set completionMode: Indexed and completions, or take the fields out.
    请设置 completionMode: Indexed 和 completions，或去掉这些字段。

    A Job names its own selector
    Job 自己写了选择器

    The server makes the selector of a Job itself and refuses another: `selector` not auto-generated.
    服务器会自己生成 Job 的选择器，并拒绝其他选择器：`selector` not auto-generated。

    Take spec.selector out.
    请去掉 spec.selector。

    A path into a custom resource leads nowhere
    指向自定义资源内部的路径无效

    The server refuses the definition: `must be a simple json path starting with .`, `does not refer to a valid field`.
    服务器会拒绝该定义：`must be a simple json path starting with .`、`does not refer to a valid field`。

    Write a path from the object's root, such as .spec.replicas.
    请写从对象的根开始的路径，例如 .spec.replicas。

    A label's key or value has a form that is not allowed
    标签的键或值形式不允许

    The server refuses the object: `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.'`.
    服务器会拒绝该对象：`a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.'`。

    Keep to letters, digits, '-', '_' and '.', at most 63, with a letter or digit at both ends.
    请只用字母、数字、“-”、“_”和“.”，最多 63 个字符，首尾为字母或数字。

    The bounds of a LimitRange contradict each other
    LimitRange 的界限互相矛盾

    The server refuses it: `min value 2 is greater than max value 1`, and the defaults must lie between the two.
    服务器会拒绝它：`min value 2 is greater than max value 1`，而且默认值必须在两者之间。

    Let min ≤ defaultRequest ≤ default ≤ max hold.
    请保证 min ≤ defaultRequest ≤ default ≤ max。

    A rule about other pods selects none
    关于其他 Pod 的规则没有选中任何 Pod

    The server warns: `a null labelSelector results in matching no pod`; the term or constraint then has no effect, or can never hold.
    服务器会警告：`a null labelSelector results in matching no pod`；该项或约束因此不起作用，或永远无法满足。

    Write a labelSelector; {} selects every pod.
    请写 labelSelector；{} 会选中所有 Pod。

    A metric of an autoscaler is incomplete
    自动扩缩器的某个指标不完整

    The server refuses it: `must populate information for the given metric source`, `must specify a metric target type`.
    服务器会拒绝它：`must populate information for the given metric source`、`must specify a metric target type`。

    Give the block that the metric's type names, with one target.
    请给出与指标类型同名的块，并带一个目标。

    A mount has an option that it cannot have
    挂载带有不能使用的选项

    The server refuses the pod: propagation both ways is for privileged containers, recursive read-only needs readOnly, block devices need a claim.
    服务器会拒绝该 Pod：双向传播只用于特权容器，递归只读需要 readOnly，块设备需要声明。

    Take the option out, or set what it needs.
    请去掉该选项，或设置它所需要的内容。

    Two mounts of a container get in each other's way
    一个容器的两个挂载互相妨碍

    The server refuses the pod: `must be unique`, or a volume that is both mounted and used as a device.
    服务器会拒绝该 Pod：`must be unique`，或一个卷既被挂载又被用作设备。

    Mount each volume at a path of its own.
    请把每个卷挂载到各自的路径。

    A name does not have the form that its field demands
    名称不符合其字段要求的形式

    The server refuses the object: `a lowercase RFC 1123 subdomain must consist of …`. Which form is demanded depends on the kind and the field.
    服务器会拒绝该对象：`a lowercase RFC 1123 subdomain must consist of …`。要求哪种形式取决于 kind 和字段。

    Rename it: mostly lower-case letters, digits and '-' alone are allowed.
    请重命名：多数情况下只允许小写字母、数字和“-”。

    The object has no name
    该对象没有名称

    The server refuses it: `name or generateName is required`.
    服务器会拒绝它：`name or generateName is required`。

    Write metadata.name.
    请写 metadata.name。

    A peer or port of a network policy cannot be applied
    网络策略的 peer 或端口无法应用

    The server refuses the policy: `must specify a peer`, `may not specify both ipBlock and another peer`, `must be a strict subset of cidr`, an endPort without a numeric port.
    服务器会拒绝该策略：`must specify a peer`、`may not specify both ipBlock and another peer`、`must be a strict subset of cidr`，或有 endPort 而端口不是数字。

    Give each peer either an ipBlock or selectors.
    请给每个 peer 写 ipBlock 或选择器之一。

    A node port lies outside of the range that servers give out
    节点端口超出服务器分配的范围

    The server refuses the Service: `provided port is not in the valid range. The range of valid ports is 30000-32767`. A cluster can be started with another range.
    服务器会拒绝该 Service：`provided port is not in the valid range. The range of valid ports is 30000-32767`。集群可以用另一个范围启动。

    Use a port of the range, or leave nodePort out.
    请使用范围内的端口，或不写 nodePort。

    A number lies outside of what the field allows
    数字超出字段允许的范围

    The server refuses the object: `must be greater than or equal to 0`, or between two bounds.
    服务器会拒绝该对象：`must be greater than or equal to 0`，或要求在两个界限之间。

    Use a number within the bounds named.
    请使用所指明界限内的数字。

    A field of another operating system is set
    设置了另一种操作系统的字段

    The server refuses the pod: `cannot be set for a windows pod`, `windows options cannot be set for a linux pod`.
    服务器会拒绝该 Pod：`cannot be set for a windows pod`、`windows options cannot be set for a linux pod`。

    Take the field out, or correct spec.os.name.
    请去掉该字段，或更正 spec.os.name。

    A reference to an owner is incomplete
    对所有者的引用不完整

    The server refuses the object: `must not be empty`. A reference needs the owner's uid, which only a running cluster knows.
    服务器会拒绝该对象：`must not be empty`。引用需要所有者的 uid，而只有运行中的集群才知道它。

    Take ownerReferences out of the manifest.
    请从清单中去掉 ownerReferences。

    A path leads out of its folder or is of the wrong kind
    路径指向其目录之外，或类型不对

    The server refuses the object: `must be a relative path`, `must be an absolute path` or `must not contain '..'`.
    服务器会拒绝该对象：`must be a relative path`、`must be an absolute path` 或 `must not contain '..'`。

    Write a path of the kind named, without `..`.
    请写所指明类型的路径，不带 `..`。

    A count or percentage cannot be used
    数量或百分比不可用

    A text must be a percentage: the server refuses "1" in quotes with `a valid percent string must be a numeric string followed by an ending '%'`, and more than 100% where a share of the pods is meant.
    文本必须是百分比：服务器会以 `a valid percent string must be a numeric string followed by an ending '%'` 拒绝加引号的 "1"，并在表示 Pod 比例的位置拒绝大于 100% 的值。

    Write a number without quotes, or a whole number followed by %.
    请写不加引号的数字，或整数加 %。

    A rule about failed pods cannot be applied
    关于失败 Pod 的规则无法应用

    The server refuses the Job: each rule looks at exit codes or at conditions, and exit codes are ordered, unique and not 0 with In.
    服务器会拒绝该 Job：每条规则只看退出码或条件之一，退出码要按顺序、不重复，使用 In 时不能是 0。

    Correct the rule as the message says.
    请按消息所说更正该规则。

    A rule of a role is incomplete
    角色的某条规则不完整

    The server refuses the role: `verbs must contain at least one value`, `resource rules must supply at least one api group`.
    服务器会拒绝该角色：`verbs must contain at least one value`、`resource rules must supply at least one api group`。

    Give verbs, apiGroups and resources; the core group is "".
    请给出 verbs、apiGroups 和 resources；核心组是 ""。

    A message cannot be shown
    消息无法显示

    The server refuses it: `must not contain line breaks`, `must be non-empty if specified`.
    服务器会拒绝它：`must not contain line breaks`、`must be non-empty if specified`。

    Write the message in one line, or take it out.
    请把消息写成一行，或将其去掉。

    The name of a port has a form that is not allowed
    端口名称的形式不允许

    The server refuses the object: `must be no more than 15 characters`, `must contain at least one letter (a-z)` and the like. A number in quotes is a name.
    服务器会拒绝该对象：`must be no more than 15 characters`、`must contain at least one letter (a-z)` 等。加了引号的数字是名称。

    Use at most 15 of a-z, 0-9 and '-', with a letter; write numbers without quotes.
    请最多用 15 个字符，由 a-z、0-9 和“-”组成并含有字母；数字请不加引号。

    A port number is out of range
    端口号超出范围

    The server refuses it: must be between 1 and 65535, inclusive.
    服务器会拒绝它：必须在 1 到 65535 之间，含两端。

    Use a port from 1 to 65535.
    请使用 1 到 65535 的端口。

    A priority is reserved for the system
    该优先级保留给系统

    The server refuses the class: `maximum allowed value of a user defined priority is 1000000000`, and names that begin with system- are its own.
    服务器会拒绝该类：`maximum allowed value of a user defined priority is 1000000000`，而以 system- 开头的名称归系统所有。

    Use a value up to 1000000000 and another name.
    请使用不大于 1000000000 的值和另一个名称。

    Privileges are both forbidden and given
    既禁止又授予特权

    The server refuses the pod: `cannot set allowPrivilegeEscalation to false and privileged to true`.
    服务器会拒绝该 Pod：`cannot set allowPrivilegeEscalation to false and privileged to true`。

    Take one of the two out.
    请去掉两者之一。

    A probe or hook does not do exactly one thing
    探针或钩子没有恰好做一件事

    The server refuses the pod: `must specify a handler type` or `may not specify more than 1 handler type`.
    服务器会拒绝该 Pod：`must specify a handler type` 或 `may not specify more than 1 handler type`。

    Keep exactly one of exec, httpGet, tcpSocket and grpc.
    请恰好保留 exec、httpGet、tcpSocket 和 grpc 之一。

    A number of a probe or hook is not allowed
    探针或钩子的数字不允许

    The server refuses the pod: a liveness or startup probe succeeds after one success (`must be 1`), no time is negative, and readiness probes have no grace period.
    服务器会拒绝该 Pod：存活和启动探针成功一次即为成功（`must be 1`），时间不能为负，就绪探针没有宽限期。

    Use a number that the message allows.
    请使用消息允许的数字。

    An amount of a resource is out of range
    资源的数量超出范围

    The server refuses the object: `must be greater than or equal to 0`, `must be greater than zero` or `must be an integer`.
    服务器会拒绝该对象：`must be greater than or equal to 0`、`must be greater than zero` 或 `must be an integer`。

    Write an amount that the resource can have.
    请写该资源可以有的数量。

    A quota's scope does not fit what it counts
    配额的作用域与其计数的内容不符

    The server refuses the quota: `unsupported scope applied to resource`, `conflicting scopes`.
    服务器会拒绝该配额：`unsupported scope applied to resource`、`conflicting scopes`。

    Count only pods, cpu and memory in a quota with scopes.
    在带作用域的配额中请只计数 Pod、cpu 和 memory。

    Two containers of a pod name a port alike
    一个 Pod 的两个容器使用相同的端口名称

    The server warns: `duplicate port name`; Services and probes that select the port by name get the first one.
    服务器会警告：`duplicate port name`；按名称选择端口的 Service 和探针得到的是第一个。

    Give each port a name of its own.
    请给每个端口各自的名称。

    The bounds of an autoscaler exclude every number
    自动扩缩器的界限排除了所有数量

    The server refuses it: `must be greater than or equal to minReplicas`, `must be set and greater than 0`.
    服务器会拒绝它：`must be greater than or equal to minReplicas`、`must be set and greater than 0`。

    Let 1 ≤ minReplicas ≤ maxReplicas hold.
    请保证 1 ≤ minReplicas ≤ maxReplicas。

    More is requested than the limit allows
    请求的数量超过限制

    The server refuses the pod: `must be less than or equal to cpu limit of …`; of devices and huge pages request and limit must be the same.
    服务器会拒绝该 Pod：`must be less than or equal to cpu limit of …`；对设备和大页，request 和 limit 必须相同。

    Lower the request or raise the limit.
    请降低 request 或提高 limit。

    A required field is missing or empty
    必需的字段缺失或为空

    The server refuses the object: `Required value`.
    服务器会拒绝该对象：`Required value`。

    Write the field that the message names.
    请写消息指明的字段。

    A container's resize policy cannot hold
    容器的调整策略不成立

    The server refuses the pod: only cpu and memory can be resized, and a pod that is never restarted only with NotRequired.
    服务器会拒绝该 Pod：只有 cpu 和 memory 可以调整，从不重启的 Pod 只能用 NotRequired。

    Correct resourceName or restartPolicy of the entry.
    请更正该条目的 resourceName 或 restartPolicy。

    A claim of devices leads nowhere
    设备声明没有指向任何内容

    The server refuses the pod: `must be one of the names in pod.spec.resourceClaims`, or a claim that names neither a claim nor a template.
    服务器会拒绝该 Pod：`must be one of the names in pod.spec.resourceClaims`，或声明既没有指明 claim 也没有指明模板。

    Name the claim in spec.resourceClaims, with exactly one source.
    请在 spec.resourceClaims 中写出该声明，并恰好给出一个来源。

    A resource has a name that the server does not know
    资源使用了服务器不认识的名称

    The server refuses the object: `must be a standard resource type or fully qualified`.
    服务器会拒绝该对象：`must be a standard resource type or fully qualified`。

    Use cpu, memory, ephemeral-storage or hugepages-SIZE, or a name with a domain.
    请使用 cpu、memory、ephemeral-storage 或 hugepages-SIZE，或带域名的名称。

    The restart policy does not fit the workload
    重启策略与工作负载不符

    Jobs end, so their pods may not be restarted for ever, and Always is the default: `Required value: valid values: "OnFailure", "Never"`. Deployments and their like keep pods running: only Always.
    Job 会结束，因此其 Pod 不能永远重启，而默认值是 Always：`Required value: valid values: "OnFailure", "Never"`。Deployment 等会让 Pod 一直运行：只能是 Always。

    Write OnFailure or Never in Jobs and CronJobs, and nothing in the others.
    在 Job 和 CronJob 中请写 OnFailure 或 Never，在其他工作负载中请不写。

    A binding refers to something that is no role
    绑定引用的不是角色

    The server refuses the binding: roleRef.kind is Role or ClusterRole, in a ClusterRoleBinding only ClusterRole.
    服务器会拒绝该绑定：roleRef.kind 是 Role 或 ClusterRole，在 ClusterRoleBinding 中只能是 ClusterRole。

    Correct roleRef; it cannot be changed later.
    请更正 roleRef；以后无法再修改。

    A subject of a binding is incomplete
    绑定的某个主体不完整

    The server refuses the binding: kinds are User, Group and ServiceAccount, and a ServiceAccount needs its namespace in a ClusterRoleBinding.
    服务器会拒绝该绑定：kind 有 User、Group 和 ServiceAccount，而 ServiceAccount 在 ClusterRoleBinding 中需要写明命名空间。

    Complete the subject.
    请补全该主体。

    The update strategy cannot work
    更新策略无法生效

    The server refuses the workload: an update that may neither remove nor add a pod, a rollingUpdate beside another type, a deadline below minReadySeconds.
    服务器会拒绝该工作负载：既不能移除也不能增加 Pod 的更新，rollingUpdate 与另一种类型同时出现，或期限小于 minReadySeconds。

    Let at least one pod be removed or added, and match type and settings.
    请至少允许移除或增加一个 Pod，并使类型与设置一致。

    The target of an autoscaler names no API group
    自动扩缩器的目标没有写明 API 组

    The server refuses the autoscaler from 1.34 on: `apiVersion must specify API group`; before, scaling failed in the controller.
    从 1.34 起服务器会拒绝该自动扩缩器：`apiVersion must specify API group`；之前则在控制器中扩缩失败。

    Write apiVersion: apps/v1.
    请写 apiVersion: apps/v1。

    A Secret lacks what its type promises
    Secret 缺少其类型所要求的内容

    The server refuses the Secret: `data[tls.crt]: Required value` and its like, or logins that are no JSON object.
    服务器会拒绝该 Secret：`data[tls.crt]: Required value` 等，或登录信息不是 JSON 对象。

    Add the keys of the type, or use type Opaque.
    请添加该类型的键，或使用类型 Opaque。

    A seccomp or AppArmor profile is incomplete
    seccomp 或 AppArmor 配置不完整

    The server refuses the pod: `must be set when seccomp type is Localhost`; the other types have no profile of their own.
    服务器会拒绝该 Pod：`must be set when seccomp type is Localhost`；其他类型没有自己的配置。

    Give localhostProfile exactly with the type Localhost.
    请只在类型为 Localhost 时给出 localhostProfile。

    The selector does not select the template's own pods
    选择器没有选中模板自己的 Pod

    The server refuses it: `selector` does not match template `labels`.
    服务器会拒绝它：`selector` does not match template `labels`。

    Give the template the labels that the selector asks for.
    请给模板加上选择器所要求的标签。

    A selector compares in a way that the server does not know
    选择器的比较方式不被服务器认识

    The server refuses the object: `not a valid selector operator`.
    服务器会拒绝该对象：`not a valid selector operator`。

    Use In, NotIn, Exists or DoesNotExist; for nodes Gt and Lt too.
    请使用 In、NotIn、Exists 或 DoesNotExist；对节点还可以用 Gt 和 Lt。

    The workload has no selector
    工作负载没有选择器

    The server does not fill the selector of apps/v1 in; without one, or with an empty one, the object is refused.
    服务器不会补上 apps/v1 的选择器；没有选择器或选择器为空时，该对象会被拒绝。

    Write spec.selector.matchLabels with labels of the template.
    请写 spec.selector.matchLabels，并使用模板的标签。

    A list names everything and something beside it
    列表写明了全部，却还写了其他项

    The server refuses the object: `if '*' is present, must not specify other …`.
    服务器会拒绝该对象：`if '*' is present, must not specify other …`。

    Keep either `*` or the names.
    请只保留 `*`，或只保留各个名称。

    A claim does not say how much it needs
    声明没有写明需要多少

    The server refuses the claim: `spec.resources[storage]: Required value`.
    服务器会拒绝该声明：`spec.resources[storage]: Required value`。

    Write spec.resources.requests.storage.
    请写 spec.resources.requests.storage。

    A RoleBinding's ServiceAccount has no namespace
    RoleBinding 的 ServiceAccount 没有命名空间

    The server takes the binding, and it gives rights to nobody: the namespace of a subject is not filled in.
    服务器会接受该绑定，但它不授予任何人权限：主体的命名空间不会自动补上。

    Write the namespace of the ServiceAccount.
    请写明 ServiceAccount 的命名空间。

    The time zone is not known
    时区未知

    The server refuses the CronJob: `unknown time zone`. Case matters.
    服务器会拒绝该 CronJob：`unknown time zone`。区分大小写。

    Write a name of the IANA time zone database, such as Europe/Berlin.
    请写 IANA 时区数据库中的名称，例如 Europe/Berlin。

    A toleration contradicts itself
    容忍度自相矛盾

    The server refuses the pod: `operator must be Exists when key is empty`, `value must be empty when operator is 'Exists'`, `effect must be 'NoExecute' when tolerationSeconds is set`.
    服务器会拒绝该 Pod：`operator must be Exists when key is empty`、`value must be empty when operator is 'Exists'`、`effect must be 'NoExecute' when tolerationSeconds is set`。

    Use Exists without value, Equal with key and value.
    请使用不带 value 的 Exists，或带 key 和 value 的 Equal。

    A text, a list or all data together are over their limit
    文本、列表或全部数据合计超过限制

    The server refuses the object: `Too long: may not be more than … bytes` or `Too many`.
    服务器会拒绝该对象：`Too long: may not be more than … bytes` 或 `Too many`。

    Shorten it, or split the object.
    请缩短内容，或拆分该对象。

    A topology spread constraint cannot hold
    拓扑分布约束不成立

    The server refuses the pod: `must be greater than zero`, `can only use minDomains if whenUnsatisfiable=DoNotSchedule`.
    服务器会拒绝该 Pod：`must be greater than zero`、`can only use minDomains if whenUnsatisfiable=DoNotSchedule`。

    Complete the constraint as the message says.
    请按消息所说补全该约束。

    A traffic policy is set where it has no effect
    在不起作用的位置设置了流量策略

    The server refuses the Service: `may only be set for externally-accessible services`.
    服务器会拒绝该 Service：`may only be set for externally-accessible services`。

    Take the field out, or use type NodePort or LoadBalancer.
    请去掉该字段，或使用类型 NodePort 或 LoadBalancer。

    A probe asks for a port by a name that its container does not declare
    探针按名称要求的端口没有在其容器中声明

    The server takes it; the kubelet cannot find the port, so the probe fails and the container is restarted or never ready.
    服务器会接受它；kubelet 找不到该端口，因此探针会失败，容器会被重启或永远不就绪。

    Declare the port, or use its number.
    请声明该端口，或使用端口号。

    A field holds a word that the server does not know
    字段中有服务器不认识的词

    The server refuses the object: `Unsupported value … supported values: …`. Case matters.
    服务器会拒绝该对象：`Unsupported value … supported values: …`。区分大小写。

    Write one of the words that the message lists.
    请写消息列出的词之一。

    A policy's binding both denies and warns
    策略的绑定同时使用拒绝和警告

    The server refuses it: `must not contain both Deny and Warn`.
    服务器会拒绝它：`must not contain both Deny and Warn`。

    A volume's source is described in a form that is not allowed
    卷来源的描述形式不允许

    The server refuses the object: `must be valid format starting with iqn, eui, or naa`, a disk's address of the wrong kind, and the like.
    服务器会拒绝该对象：`must be valid format starting with iqn, eui, or naa`、磁盘地址的类型不对等。

    Correct the value as the message says.
    请按消息所说更正该值。

    A volume is used that the pod does not have
    使用了 Pod 没有的卷

    The server refuses the pod: `Not found`.
    服务器会拒绝该 Pod：`Not found`。

    Add the volume under spec.volumes, or correct the name.
    请在 spec.volumes 下添加该卷，或更正名称。

    A volume is of a kind that is no longer mounted
    卷的类型已不再能挂载

    The server takes it and warns: `deprecated …, non-functional in …`; the pod then waits for its volume for ever.
    服务器会接受它并警告：`deprecated …, non-functional in …`；之后 Pod 会永远等待它的卷。

    Use a CSI driver, or for gitRepo an init container that clones.
    请使用 CSI 驱动；对 gitRepo 可用执行 clone 的 init 容器。

    A volume does not have exactly one source
    卷没有恰好一个来源

    The server refuses the object: `may not specify more than 1 volume type`, `must specify a volume type`.
    服务器会拒绝该对象：`may not specify more than 1 volume type`、`must specify a volume type`。

    Keep one source.
    请只保留一个来源。

    It is not clear how a webhook is called
    webhook 的调用方式不明确

    The server refuses it: `exactly one of url or service is required`, `'https' is the only allowed URL scheme`, `must include at least one of v1, v1beta1`.
    服务器会拒绝它：`exactly one of url or service is required`、`'https' is the only allowed URL scheme`、`must include at least one of v1, v1beta1`。

    Give an https URL or a service.
    请给出 https URL 或 Service。

    A webhook has side effects that dry runs cannot bear
    webhook 有 dry run 无法承受的副作用

    The server refuses it: supported values are None and NoneOnDryRun.
    服务器会拒绝它：支持的值是 None 和 NoneOnDryRun。

    Write None or NoneOnDryRun, and let the webhook keep to it.
    请写 None 或 NoneOnDryRun，并让 webhook 遵守它。
    """#
}
