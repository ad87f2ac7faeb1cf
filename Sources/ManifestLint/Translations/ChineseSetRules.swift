extension Chinese {
  /// The rules about all files together, git and comments.
  static let setRules = #"""
    A selected file is too large to be checked
    选中的文件太大，无法检查

    The check reads every selected file as a whole. One that is larger than the limit `file-bytes` is not read.
    检查会完整读取每个选中的文件。大于限制 `file-bytes` 的文件不会读取。

    Split the file, or raise the limit with `--limit file-bytes=N`.
    请拆分文件，或用 `--limit file-bytes=N` 提高限制。

    An object was not checked although all were to be
    要求检查全部，但有一个对象没有检查

    With `--require-checked` nothing may pass that was not looked at: an object of a kind whose schema is not known, or one behind a limit.
    使用 `--require-checked` 时，没有检查过的内容不能通过：例如 schema 未知的 kind 的对象，或限制之后的对象。

    Give the kind's CustomResourceDefinition, or drop `--require-checked`.
    请给出该 kind 的 CustomResourceDefinition，或去掉 `--require-checked`。

    A file has more findings than are kept
    一个文件的问题多于所保留的数量

    A file that is wrong all over would fill every report; after the limit `findings` of one file the rest is only counted.
    到处都有错误的文件会占满每一份报告；超过单个文件的限制 `findings` 之后，其余问题只计数。

    Mend what is shown and check again, or raise the limit with `--limit findings=N`.
    请修正已显示的问题再检查，或用 `--limit findings=N` 提高限制。

    The baseline lists findings that are mended
    基线中列有已修正的问题

    An entry that matches nothing hides nothing today, and would hide the same mistake when somebody makes it again.
    不对应任何问题的条目今天没有隐藏什么，但以后有人再犯同样的错误时会把它隐藏。

    Write the baseline anew with `--write-baseline FILE`.
    请用 `--write-baseline FILE` 重新写入基线。

    A comment for manifest-lint cannot be followed
    给 manifest-lint 的注释无法执行

    An instruction that cannot be read silences nothing: the finding that it was written for is still told.
    无法读取的指令不会屏蔽任何问题：它所针对的问题仍会报告。

    Write `# manifest-lint: disable=RULE -- reason`, with a rule that exists.
    请写 `# manifest-lint: disable=RULE -- 理由`，并使用存在的规则。

    A comment silences a finding that is not there
    注释屏蔽了并不存在的问题

    What it was written for has been mended; left in place, it would hide the next mistake of the same kind.
    它所针对的问题已经修正；留在那里会隐藏下一个同类错误。

    Remove the comment.
    请删除该注释。

    A pod needs a ConfigMap that the agent does not apply, while it applies others
    Pod 需要的 ConfigMap 不在代理应用的对象之中，而代理应用了其他 ConfigMap

    The pod is created and never starts: `CreateContainerConfigError`, `configmap "x" not found`, or for a volume `MountVolume.SetUp failed`.
    Pod 会被创建，但永远不会启动：`CreateContainerConfigError`、`configmap "x" not found`，对卷则是 `MountVolume.SetUp failed`。

    Correct the name, add the ConfigMap, or write `optional: true` where the pod can do without. When something else makes it, switch the rule off for that line.
    请更正名称，添加该 ConfigMap，或在 Pod 可以没有它时写 `optional: true`。如果它由别的程序创建，请对该行关闭此规则。

    A binding gives a role that the agent does not apply, while it applies others
    绑定授予的角色不在代理应用的对象之中，而代理应用了其他角色

    Once the role is missing the binding gives no right: `RBAC: role.rbac.authorization.k8s.io "x" not found` in the denial.
    角色不存在时，该绑定不授予任何权限：拒绝信息中有 `RBAC: role.rbac.authorization.k8s.io "x" not found`。

    Correct the name, or add the role.
    请更正名称，或添加该角色。

    An autoscaler scales a workload that the agent does not apply, while it applies others
    自动扩缩器的目标工作负载不在代理应用的对象之中，而代理应用了其他工作负载

    The autoscaler does nothing: `FailedGetScale`, `the HPA controller was unable to get the target's current scale`.
    自动扩缩器不起作用：`FailedGetScale`、`the HPA controller was unable to get the target's current scale`。

    Correct kind and name of `scaleTargetRef`, or add the workload.
    请更正 `scaleTargetRef` 的 kind 和 name，或添加该工作负载。

    A pod needs a Secret that the agent does not apply, while it applies others
    Pod 需要的 Secret 不在代理应用的对象之中，而代理应用了其他 Secret

    The pod is created and never starts: `CreateContainerConfigError`, `secret "x" not found`, or for a volume `MountVolume.SetUp failed`; an image may not be pulled.
    Pod 会被创建，但永远不会启动：`CreateContainerConfigError`、`secret "x" not found`，对卷则是 `MountVolume.SetUp failed`；也可能无法拉取镜像。

    Correct the name, add the Secret, or write `optional: true` where the pod can do without. When something else makes it, switch the rule off for that line.
    请更正名称，添加该 Secret，或在 Pod 可以没有它时写 `optional: true`。如果它由别的程序创建，请对该行关闭此规则。

    A Service is named that the agent does not apply, while it applies others
    所指明的 Service 不在代理应用的对象之中，而代理应用了其他 Service

    An Ingress answers with 503 for the path; the pods of a StatefulSet get no names in the cluster's DNS.
    Ingress 对该路径会回答 503；StatefulSet 的 Pod 在集群的 DNS 中得不到名称。

    Correct the name, or add the Service.
    请更正名称，或添加该 Service。

    A ServiceAccount is named that the agent does not apply, while it applies others
    所指明的 ServiceAccount 不在代理应用的对象之中，而代理应用了其他 ServiceAccount

    The server refuses every pod with it: `error looking up service account web/x: serviceaccount "x" not found`. A binding to it is taken and gives rights to nobody.
    服务器会拒绝每个使用它的 Pod：`error looking up service account web/x: serviceaccount "x" not found`。对它的绑定会被接受，但不授予任何人权限。

    Correct the name, or add the ServiceAccount.
    请更正名称，或添加该 ServiceAccount。

    An Ingress asks for a port that its Service does not have
    Ingress 要求的端口在其 Service 中不存在

    The Ingress controller finds nothing to send to and answers with 503 for the path.
    Ingress 控制器找不到转发目标，对该路径会回答 503。

    Name one of the ports of the Service (not of the pods).
    请写该 Service（而不是 Pod）的端口之一。

    A Service sends to a port by a name that none of its pods declares
    Service 按名称转发到的端口没有任何 Pod 声明

    The Service gets no endpoint for the port, without a word: connections are refused though the pods are ready.
    该 Service 的此端口得不到任何 endpoint，也没有任何提示：尽管 Pod 已就绪，连接仍被拒绝。

    Name the port in the container's `ports`, or send to its number.
    请在容器的 `ports` 中给该端口命名，或按端口号转发。

    A pod needs a PersistentVolumeClaim that the agent does not apply, while it applies others
    Pod 需要的 PersistentVolumeClaim 不在代理应用的对象之中，而代理应用了其他 PersistentVolumeClaim

    The pod stays `Pending`: `persistentvolumeclaim "x" not found`.
    Pod 会停留在 `Pending`：`persistentvolumeclaim "x" not found`。

    Correct the name, or add the claim.
    请更正名称，或添加该声明。

    References between an agent's objects were not compared
    没有比较一个代理的对象之间的引用

    A file has more of them than the limit, so that what is there and what is missing is not known. The rules of this category are silent for the agents that apply it.
    一个文件中的引用多于限制，因此不知道哪些存在、哪些缺失。对应用该文件的代理，此类别的规则不作报告。

    Split the file, or raise the limit with `--limit references=N`.
    请拆分文件，或用 `--limit references=N` 提高限制。

    A container leaves out an amount that a quota or limit range of the namespace asks for
    容器没有写明命名空间的配额或 LimitRange 所要求的数量

    The server refuses its pods: `failed quota: x: must specify limits.memory for: web`, `maximum memory usage per Pod is 1Gi.  No limit is specified`. A Deployment is taken and has no pods.
    服务器会拒绝其 Pod：`failed quota: x: must specify limits.memory for: web`、`maximum memory usage per Pod is 1Gi.  No limit is specified`。Deployment 会被接受，但没有 Pod。

    Write the amount, or give the namespace a LimitRange with defaults.
    请写明数量，或给该命名空间一个带默认值的 LimitRange。

    A selector matches no pod of the agent's workloads in the namespace
    选择器与该命名空间中代理的工作负载的任何 Pod 都不匹配

    A Service without pods refuses every connection; a budget or network policy without pods protects nothing. The server says nothing of it.
    没有 Pod 的 Service 会拒绝所有连接；没有 Pod 的中断预算或网络策略不保护任何内容。服务器对此不作任何提示。

    Write the labels of the workload's pod template (`spec.template.metadata.labels`).
    请写工作负载的 Pod 模板的标签（`spec.template.metadata.labels`）。

    An agent's configuration gives it nothing to do
    代理的配置没有让它做任何事

    With nothing but `observability` the agent connects and logs: it synchronises nothing, and no job and no user may reach the cluster through it.
    只有 `observability` 时，代理只会连接和记录日志：它不同步任何内容，也没有作业和用户能通过它访问集群。

    Add the section that is meant: gitops, ci_access or user_access.
    请加上需要的 section：gitops、ci_access 或 user_access。

    A change prunes what holds other things
    此更改会清理承载其他内容的对象

    The agent deletes from the cluster what is no longer selected (`prune`, on by default from 14.0). With a Namespace goes everything in it, with a CustomResourceDefinition every object of its kind, with a volume claim its data; an agent that prunes itself never comes back.
    代理会从集群中删除不再选中的对象（`prune`，从 14.0 起默认开启）。删除 Namespace 会连同其中的一切，删除 CustomResourceDefinition 会连同其 kind 的所有对象，删除卷声明会连同其数据；清理掉自身的代理不会再回来。

    Keep it selected, or annotate it with `cli-utils.sigs.k8s.io/on-remove: keep` in a commit before this one.
    请让它继续被选中，或在此之前的提交中给它加上注解 `cli-utils.sigs.k8s.io/on-remove: keep`。

    One agent gets the same object twice
    一个代理得到同一个对象两次

    The agent applies all selected files as one set; of two manifests of one object the later one overwrites the earlier at every sync, and which one is later follows the files' names.
    代理把所有选中的文件作为一个整体应用；同一对象有两份清单时，后一份在每次同步时都会覆盖前一份，而哪一份在后取决于文件名。

    Keep one of the two, or give one another name or namespace.
    请只保留其中一份，或给一份换一个名称或命名空间。

    A manifest beside selected files is selected by no agent
    选中文件旁边的清单没有被任何代理选中

    The agent applies what its globs select and says nothing of the rest: a file with another ending is overlooked without a word.
    代理只应用其 glob 选中的内容，对其余内容不作任何提示：后缀不同的文件会被悄悄漏掉。

    Widen the glob, for example `*.{yaml,yml}`, or rename the file.
    请放宽 glob，例如 `*.{yaml,yml}`，或重命名文件。

    An object lies in a namespace that no selected file makes
    对象所在的命名空间没有任何选中的文件创建

    The server refuses an object whose namespace does not exist: `namespaces "x" not found`. Told only where the agent makes other namespaces; this one may be made by somebody else.
    命名空间不存在时服务器会拒绝对象：`namespaces "x" not found`。只有当代理创建了其他命名空间时才会报告；这个命名空间可能由别人创建。

    Correct the name, or add a manifest of the namespace.
    请更正名称，或添加该命名空间的清单。

    Two agents apply the same object
    两个代理应用同一个对象

    In one cluster the second agent finds the object with the other's inventory: with the default `inventory_policy: must_match` it logs `inventory policy prevented actuation`, with `adopt_all` the two take it from each other. Agents of different clusters do not meet.
    在同一集群中，第二个代理会发现该对象带有另一个代理的清单目录（inventory）：默认的 `inventory_policy: must_match` 会记录 `inventory policy prevented actuation`，而 `adopt_all` 会使两者互相抢夺。不同集群的代理不会相遇。

    Let one agent apply it, or switch the rule off where each agent has its own cluster.
    请只让一个代理应用它；如果每个代理都有自己的集群，请关闭此规则。

    A selected Secret holds its values in the repository
    选中的 Secret 把值存放在仓库中

    Base64 hides nothing: everybody who reads the repository, its clones and its history reads the values. In a public project that is everybody, and the finding is a warning.
    Base64 不能隐藏任何内容：能读取仓库、其克隆和历史的人都能读到这些值。在公开项目中就是所有人，此时该问题为警告。

    Let an operator make the Secret in the cluster (External Secrets, Sealed Secrets), and change the values that were published.
    请让 operator 在集群中创建该 Secret（External Secrets、Sealed Secrets），并更换已公开的值。

    Two CustomResourceDefinitions define the same kind
    两个 CustomResourceDefinition 定义了同一个 kind

    In one API group a kind belongs to the definition whose names were accepted first. The other one gets the condition `NamesAccepted: False` with the reason `KindConflict`, is never established, and its resources are not served. Which one is first depends on the order in which they reach the server.
    在一个 API 组中，kind 属于名称最先被接受的定义。另一个定义会得到状况 `NamesAccepted: False`，原因是 `KindConflict`，永远不会成为 established，其资源也不会被提供。谁先谁后取决于它们到达服务器的顺序。

    Keep one of the two, or give one another kind.
    请保留其中一个，或给其中一个换一个 kind。
    """#
}
