extension Chinese {
  /// What is said of all files together, of comments and of the baseline.
  static let set = #"""
    the time is up (--deadline) while custom resources are checked
    检查自定义资源时已到时限（--deadline）

    the change takes {0} away, and no other agent's configuration is left
    此更改移除了 {0}，而且不再有其他代理的配置

    there is no configuration of an agent named '{0}' in this tree (--agent)
    此树中没有名为“{0}”的代理的配置（--agent）

    the configuration has more findings than are kept; mend those that are shown first
    配置中的问题多于所保留的数量；请先修正已显示的

    the manifests are those of {0} {1}, which is not the checked tree: they were not checked
    这些清单属于 {0} {1}，它不是所检查的树：未检查它们

    this glob too
    还有这个 glob

    the time is up (--deadline) after {0} of {1} files; nothing is known of the rest
    在检查了 {1} 个文件中的 {0} 个之后已到时限（--deadline）；其余文件的情况未知

    the file has {0} bytes, more than the limit file-bytes = {1}; it was not checked
    文件有 {0} 字节，超过限制 file-bytes = {1}；未检查它

    {0} is written a second time for agent {1}; the first is at {2}:{3}
    {0} 对代理 {1} 来说重复定义；第一处在 {2}:{3}

    the first one
    第一处

    {0} is applied by agent {1} and by agent {2}; in one cluster each would take it from the other
    {0} 同时由代理 {1} 和代理 {2} 应用；在同一集群中它们会互相抢夺该对象

    the one of agent {0}
    代理 {0} 的那一处

    some selectors of agent {0} were not compared: too many of its workloads have the same labels
    代理 {0} 的部分选择器没有比较：它有太多工作负载使用相同的标签

    the time is up (--deadline) while references are compared
    比较引用时已到时限（--deadline）

    the references of agent {0} were not compared: this file has more than the limit references = {1}
    代理 {0} 的引用没有比较：此文件的引用多于限制 references = {1}

    the file has {0} more findings about references than the limit findings = {1}; mend those that are shown first
    该文件关于引用的问题比限制 findings = {1} 多 {0} 个；请先修正已显示的

    no container states {0}, which LimitRange {1} of namespace {2} (agent {3}) asks of every pod without giving a default; the server refuses such pods
    没有容器写明 {0}，而命名空间 {2} 的 LimitRange {1}（代理 {3}）要求每个 Pod 都写明且没有给出默认值；服务器会拒绝这样的 Pod

    container {0} does not state {1}, which ResourceQuota {2} of namespace {3} (agent {4}) asks of every container, and no LimitRange there gives a default; the server refuses such pods
    容器 {0} 没有写明 {1}，而命名空间 {3} 的 ResourceQuota {2}（代理 {4}）要求每个容器都写明，且那里没有 LimitRange 给出默认值；服务器会拒绝这样的 Pod

    container {0} does not state {1}, which LimitRange {2} of namespace {3} (agent {4}) needs for its maxLimitRequestRatio without giving a default; the server refuses such pods
    容器 {0} 没有写明 {1}，而命名空间 {3} 的 LimitRange {2}（代理 {4}）的 maxLimitRequestRatio 需要它且没有给出默认值；服务器会拒绝这样的 Pod

    no pod template that is applied to namespace {0} (agent {1}) has the labels {2}; looked at {3}, whose labels are: {4}{5}
    应用到命名空间 {0} 的 Pod 模板（代理 {1}）都没有标签 {2}；查看了 {3} 个，其标签有：{4}{5}

    targetPort is {0}, but no container of the pods that are selected in namespace {1} (agent {2}) declares a port of that name{3}
    targetPort 是 {0}，但命名空间 {1} 中被选中的 Pod（代理 {2}）没有容器声明这个名称的端口{3}

    Service {0} (agent {1}) has no port {2}; it has {3}
    Service {0}（代理 {1}）没有端口 {2}；它有 {3}

    {0} and {1} more
    {0} 等，另有 {1} 个

    {0} {1} is not among what is applied (agent {2}), while others of its kind are: {3}{4}
    {0} {1} 不在应用的对象之中（代理 {2}），而同类的其他对象在其中：{3}{4}

    {0} {1} is not among what is applied to namespace {2} (agent {3}), while others of its kind are: {4}{5}
    {0} {1} 不在应用到命名空间 {2} 的对象之中（代理 {3}），而同类的其他对象在其中：{4}{5}

    {0} is not among what is applied to namespace {1} (agent {2}), while other workloads are: {3}{4}
    {0} 不在应用到命名空间 {1} 的对象之中（代理 {2}），而其他工作负载在其中：{3}{4}

    not read
    未读取

    the file has {0} more findings than the limit findings = {1}; mend those that are shown first
    该文件的问题比限制 findings = {1} 多 {0} 个；请先修正已显示的

    {0} {1} was not checked ({2}), and --require-checked asks for all
    {0} {1} 未检查（{2}），而 --require-checked 要求检查全部

    no schema
    没有 schema

    not served
    不再提供

    limit reached
    达到限制

    the configuration of agent {0} gives it nothing to do: it has {1} only
    代理 {0} 的配置没有让它做任何事：其中只有 {1}

    no file of agent {0} makes the namespace {1}, while others are made: {2}{3}
    代理 {0} 的文件都没有创建命名空间 {1}，却创建了其他命名空间：{2}{3}

    Secret {0} holds values, and the project is public
    Secret {0} 含有值，而项目是公开的

    Secret {0} holds values: everybody who reads the repository reads them
    Secret {0} 含有值：能读取该仓库的人都能读到它们

    no agent's glob selects this manifest, while files beside it are selected; widen a glob or move the file
    没有任何代理的 glob 选中此清单，而它旁边的文件被选中了；请放宽 glob 或移动该文件

    '{0}' is no JSON report: {1} at byte {2}
    “{0}”不是 JSON 报告：第 {2} 字节处 {1}

    '{0}' is no JSON report of this program
    “{0}”不是本程序的 JSON 报告

    '{0}' was written by version {1}; this is {2}
    “{0}”由版本 {1} 写出；当前版本为 {2}

    '{0}' is the report of a whole run; the merge takes those of --shard N/M
    “{0}”是一次完整运行的报告；merge 需要带 --shard N/M 的报告

    the verdicts in '{0}' are damaged
    “{0}”中的判定已损坏

    there is no report to merge
    没有可合并的报告

    '{0}' is one of {1} shards, and '{2}' is one of {3}
    “{0}”属于 {1} 个分片之一，而“{2}”属于 {3} 个分片之一

    shard {0} of {1} is there twice: '{2}' and '{3}'
    第 {0} 个分片（共 {1} 个）出现了两次：“{2}”和“{3}”

    '{0}' is about another tree than the one that is checked here
    “{0}”针对的不是这里检查的这棵树

    '{0}' was made with other options, or by another build of this program; give the merge the options of the shards
    “{0}”是用其他选项或由本程序的其他构建生成的；请给 merge 与分片相同的选项

    shard {0} of {1} is missing
    缺少第 {0} 个分片（共 {1} 个）

    no shard has judged '{0}'; give the merge the options of the shards
    没有分片判定过“{0}”；请给 merge 与分片相同的选项

    the shards have judged {0} files, and this run selects {1} of them; give the merge the options of the shards
    各分片判定了 {0} 个文件，而本次运行只选中其中 {1} 个；请给 merge 与分片相同的选项

    {0} objects get the namespace {1} from default_namespace: set spec.targetNamespace of the Kustomization, which also overrides namespaces that are written
    有 {0} 个对象从 default_namespace 得到命名空间 {1}：请设置 Kustomization 的 spec.targetNamespace，它也会覆盖已写明的命名空间

    glob {0}: {1}
    glob {0}：{1}

    objects are pruned: set spec.prune: true, because Flux asks for it
    对象会被清理（prune）：请设置 spec.prune: true，因为 Flux 要求写明

    nothing is pruned: set spec.prune: false
    不清理任何对象：请设置 spec.prune: false

    inventory_policy {0} has no counterpart: Flux takes objects over that exist
    inventory_policy {0} 没有对应项：Flux 会接管已存在的对象

    {0} {1}: set spec.timeout and spec.wait: true
    {0} {1}：请设置 spec.timeout 和 spec.wait: true

    dry_run_strategy {0} has no counterpart: spec.suspend: true stops it
    dry_run_strategy {0} 没有对应项：spec.suspend: true 可以暂停它

    prune_propagation_policy {0}: set spec.deletionPolicy, where that fits
    prune_propagation_policy {0}：合适时请设置 spec.deletionPolicy

    agent {0} would prune {1} {2}, and with it {3}
    代理 {0} 会清理 {1} {2}，随之失去{3}

    the agent itself: nothing is synchronised after that
    代理本身：此后不再同步任何内容

    everything in the namespace
    该命名空间中的一切

    every object of its kind
    该 kind 的所有对象

    the data of the volume, where its reclaim policy is Delete
    卷中的数据（当其 reclaim policy 为 Delete 时）

    a baseline is a JSON object with a list `findings`; write it anew
    基线是含有列表 `findings` 的 JSON 对象；请重新写入

    an entry of the baseline has no fingerprint; write it anew
    基线中有一个条目没有指纹；请重新写入

    {0} entries of the baseline match no finding any more; write it anew with --write-baseline
    基线中有 {0} 个条目不再对应任何问题；请用 --write-baseline 重新写入

    '{0}' is no instruction; write disable=RULE or disable-file=RULE, then -- and a reason
    “{0}”不是指令；请写 disable=RULE 或 disable-file=RULE，然后写 -- 和理由

    the instruction names no rule; write disable=RULE -- reason
    该指令没有指明规则；请写 disable=RULE -- 理由

    the instruction gives no reason; write disable={0} -- reason
    该指令没有给出理由；请写 disable={0} -- 理由

    disable-file stands behind the first value; move it to the top of the file
    disable-file 位于第一个值之后；请把它移到文件开头

    there is no rule '{0}'{1}
    没有规则“{0}”{1}

    nothing here has the finding {0}; remove the instruction
    此处没有问题 {0}；请删除该指令

    {0} defines the kind {1} of {2}, which {3} defines too ({4}:{5}); the server accepts the names of one of them only
    {0} 定义了 {2} 的 kind {1}，而 {3} 也定义了它（{4}:{5}）；服务器只接受其中一个的名称

    the other definition
    另一个定义
    """#
}
