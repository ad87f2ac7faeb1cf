extension Chinese {
  /// What the YAML reader says.
  static let yaml = #"""
    the data is no UTF-8 and will not survive in JSON
    数据不是 UTF-8，无法在 JSON 中保留

    {0} ends the line here, and no editor shows it; replace it by a line end or an escape
    {0} 在此处结束一行，而编辑器不会显示它；请换成换行符或转义序列

    a carriage return without a line feed ends a YAML line, but not one of the document splitter; use LF
    没有换行符的回车符会结束 YAML 的一行，却不会结束文档切分器的一行；请使用 LF

    {0} is text and separates nothing; replace it by a blank or an escape
    {0} 是文本，不起分隔作用；请换成空格或转义序列

    a byte order mark (U+FEFF) inside the text is part of it; remove it
    文本中间的字节顺序标记（U+FEFF）会成为文本的一部分；请删除它

    {0} changes the direction in which the line is shown; remove it
    {0} 会改变该行显示的方向；请删除它

    the agent reads the first document only: from {0} on nothing is read
    代理只读取第一个文档：从{0}起的内容都不会被读取

    the document is complete before {0}: what follows, up to the next "---" line, is not read
    文档在 {0} 之前已经完整：其后直到下一个“---”行的内容都不会被读取

    {0} is the boolean {1}; write that, or quote the word
    {0} 会被读作布尔值 {1}；请直接这样写，或给该词加引号

    other readers take {0} for a number to base 60; quote it
    其他读取程序会把 {0} 当作六十进制数；请加引号

    {0} is the number {1}: "_" is dropped; quote it when it is a text
    {0} 会被读作数字 {1}：“_”会被丢弃；如果是文本请加引号

    {0} is octal, the number {1}; quote it when it is a text
    {0} 是八进制数，即数字 {1}；如果是文本请加引号

    {0} is greater than 2^53, beyond which many JSON readers lose digits; quote it when it is a text
    {0} 大于 2^53，超过此值许多 JSON 读取程序会丢失位数；如果是文本请加引号

    {0} looks octal and is read as the decimal number {1}; quote it when it is a text
    {0} 看起来像八进制，却会被读作十进制数 {1}；如果是文本请加引号

    {0} is the number {1}; quote it when it is a text
    {0} 会被读作数字 {1}；如果是文本请加引号

    a tab stands between the key and its value; use a blank
    键与值之间有一个制表符；请使用空格

    the tag {0} does nothing: a text behind it becomes a string, an empty value the empty string; quote the value or remove the tag
    标签 {0} 不起作用：其后的文本成为字符串，空值成为空字符串；请给值加引号或删除标签

    the key {0} is read as {1}; quote it
    键 {0} 会被读作 {1}；请加引号

    key {0} already set in map: line {1} has it too, and the agent keeps the last; remove one of the two
    key {0} already set in map：第 {1} 行已有该键，代理只保留最后一个；请删除其中一个

    key {0} has the same JSON text as the one on line {1}; which value the agent keeps is random, remove one of the two
    键 {0} 与第 {1} 行的键在 JSON 中文本相同；代理保留哪个值是随机的，请删除其中一个

    the merge on line {0} takes back the value of {1}; write "<<" first
    第 {0} 行的合并会把 {1} 的值改回去；请把“<<”写在最前面

    unknown anchor '{0}' referenced: no "&{1}" stands before it in this document; quote the value when "*" is text
    unknown anchor '{0}' referenced：本文档中此处之前没有“&{1}”；如果“*”是文本，请给值加引号

    anchor '{0}' value contains itself: the alias stands inside the node that it stands for
    anchor '{0}' value contains itself：别名位于它所指代的节点之内

    document contains excessive aliasing; write the parts out
    document contains excessive aliasing（别名过多）；请把各部分展开写出

    invalid map key: an unquoted {{ template }} is a mapping as the key of a mapping; the agent does not render templates
    invalid map key：未加引号的 {{ 模板 }} 是以映射作为键的映射；代理不渲染模板

    invalid map key: a key is a text, a number or a boolean, not a mapping or list
    invalid map key：键应为文本、数字或布尔值，不能是映射或列表

    unsupported map key: the key is null; quote it when it is a text
    unsupported map key：键为 null；如果是文本请加引号

    unsupported map key: the number is greater than 9223372036854775807; quote it
    unsupported map key：数字大于 9223372036854775807；请加引号

    unsupported value: JSON has no infinity and no NaN
    unsupported value：JSON 没有无穷大和 NaN

    map merge requires map or sequence of maps as the value of "<<"
    map merge requires map or sequence of maps as the value：“<<”的值必须是映射或映射的列表

    !!binary value contains invalid base64 data
    !!binary value contains invalid base64 data（base64 数据无效）

    cannot decode {0} as a {1}
    无法把 {0} 解码为 {1}

    invalid Yaml document separator: {0} behind "---"; put it on the next line
    invalid Yaml document separator：“---”之后有 {0}；请把它写到下一行

    a byte that is no UTF-8; save the file as UTF-8
    有一个字节不是 UTF-8；请把文件保存为 UTF-8

    control characters are not allowed: U+{0}; remove it, or write it as an escape in double quotes
    control characters are not allowed：不允许控制字符 U+{0}；请删除它，或在双引号内写成转义序列

    incomplete UTF-16 character; save the file as UTF-8
    不完整的 UTF-16 字符；请把文件保存为 UTF-8

    exceeded max depth
    exceeded max depth（超过最大嵌套深度）

    the end of the file
    文件末尾

    a value is expected before {0}
    {0} 之前缺少一个值

    a key in double quotes is expected before {0}
    {0} 之前缺少一个双引号括起的键

    a colon is expected before {0}
    {0} 之前缺少冒号

    a comma or the closing bracket is expected before {0}
    {0} 之前缺少逗号或右括号

    {0} is none of true, false, null
    {0} 不是 true、false、null 之一

    {0} begins with no JSON number
    {0} 的开头不是 JSON 数字

    {0} begins with no JSON escape
    {0} 的开头不是 JSON 转义序列

    a control character in a string; write it as an escape
    字符串中有控制字符；请写成转义序列

    the string is never closed
    字符串一直没有结束

    the file ends inside a value
    文件在一个值的中间结束

    the file is read as JSON because it begins with "{", and {0}
    文件以“{”开头，因此按 JSON 读取，而{0}

    the file has {0} bytes, the limit `bytes` is {1}
    文件有 {0} 字节，限制 `bytes` 为 {1}

    the file is in UTF-16; save it as UTF-8
    文件是 UTF-16 编码；请保存为 UTF-8

    the file has more documents than the limit `documents` of {0}
    文件的文档数超过限制 `documents`（{0}）

    the text of this block ends without a line end because the file does
    此块的文本末尾没有换行符，因为文件末尾没有换行符

    this agent takes no "---" line with a comment for a separator: the document behind it is lost
    此代理不把带注释的“---”行当作分隔符：其后的文档会丢失

    agents with apimachinery up to 0.21 lose the document behind a "---" line with a comment
    apimachinery 不高于 0.21 的代理会丢失带注释的“---”行之后的文档

    this "---" ends the block of text of line {0}, and the indented lines behind it become a document; indent it
    此“---”结束了第 {0} 行的文本块，其后缩进的各行成为一个文档；请缩进它

    a tab indents this line; indent by blanks
    此行用制表符缩进；请用空格缩进

    a tab stands where the text's indentation is expected; indent by blanks, or say how deep the text is with a digit (`|2`)
    文本缩进的位置是一个制表符；请用空格缩进，或用一个数字说明文本的缩进深度（`|2`）

    a list entry cannot begin here; put each "- " on a line of its own, below the key
    列表项不能从此处开始；请把每个“- ”单独写成一行，放在键的下方

    a "? " key cannot begin here; put it on a line of its own
    “? ”形式的键不能从此处开始；请把它单独写成一行

    nested deeper than {0} levels
    嵌套超过 {0} 层

    alias
    别名

    anchor
    锚点

    {0} is read as an {1}, whose name must be letters, digits, - or _; quote the value
    {0} 会被读作 {1}，其名称只能由字母、数字、- 或 _ 组成；请给值加引号

    {0} begins with a tag that cannot be read; quote the value
    {0} 以一个无法读取的标签开头；请给值加引号

    the tag's handle is not defined; quote the value when it is a text
    标签的句柄没有定义；如果值是文本请加引号

    text behind the block indicator; begin it on the next line, deeper than the key
    块指示符之后有文本；请从下一行开始写，缩进要比键更深

    the indentation indicator is a digit from 1 to 9, not 0
    缩进指示符是 1 到 9 的一个数字，不能是 0

    the file has more values than the limit `nodes` allows
    文件中的值多于限制 `nodes` 所允许的数量

    unknown escape {0} in double quotes; write "\\" for a backslash or use single quotes
    双引号内有未知的转义序列 {0}；反斜杠请写成“\\”，或改用单引号

    the escape needs 2 (\x), 4 (\u) or 8 (\U) hexadecimal digits
    该转义序列需要 2 个（\x）、4 个（\u）或 8 个（\U）十六进制数字

    the escape names no character: surrogates and values above 10FFFF are refused; write the character itself
    该转义序列不代表任何字符：代理项和大于 10FFFF 的值会被拒绝；请直接写出该字符

    a plain value cannot begin with "{0}"; quote {1}
    不加引号的值不能以“{0}”开头；请给 {1} 加引号

    could not find expected ':': a blank is missing after the colon in {0}
    could not find expected ':'：{0} 中冒号之后缺少空格

    {0} stands where a key is expected; indent it deeper than the key that it belongs to
    {0} 位于应为键的位置；请把它缩进得比所属的键更深

    could not find expected ':' after {0}; write `key: value`, or indent the line when it continues the value above
    could not find expected ':'：{0} 之后缺少冒号；请写成 `key: value`，如果它是上方值的延续，请缩进该行

    mapping values are not allowed in this context: a second colon on the line; quote the value{0}
    mapping values are not allowed in this context：该行有第二个冒号；请给值{0}加引号

    a blank is missing after the colon in {0}, so the lines below continue it as text
    {0} 中冒号之后缺少空格，因此下方各行被当作文本接在其后

    mapping values are not allowed in this context: by its indentation the line continues the value {0} of line {1}; align {2} with its siblings
    mapping values are not allowed in this context：按缩进，该行延续了第 {1} 行的值 {0}；请让 {2} 与同级的键对齐

    the value that is continued
    被延续的值

    double
    双

    single
    单

    the document ends here, inside the quotes
    文档在此处结束，而引号尚未关闭

    the {0} quote opened on line {1} is never closed; the text runs to line {2}
    第 {1} 行打开的{0}引号一直没有关闭；文本延续到第 {2} 行

    {0} follows a value that its closing quote has ended; quote the whole value
    {0} 跟在一个已由右引号结束的值之后；请给整个值加引号

    {0} follows a value that its closing bracket has ended; quote the whole value
    {0} 跟在一个已由右括号结束的值之后；请给整个值加引号

    a line that begins with "%" is a directive; quote or indent it
    以“%”开头的行是指令；请加引号或缩进它

    the collection that it would belong to
    它应当所属的集合

    line {0}, column {1}
    第 {0} 行第 {1} 列

    the start
    开头

    a list entry stands among the keys of the mapping that began at {0}
    始于{0}的映射的各键之间有一个列表项

    did not find expected key: column {0} matches no line above; the mapping began at {1}
    did not find expected key：第 {0} 列与上方任何一行都不对齐；映射始于{1}

    did not find expected '-' indicator: column {0} matches no line above; the list began at {1}
    did not find expected '-' indicator：第 {0} 列与上方任何一行都不对齐；列表始于{1}

    did not find expected '-' indicator: {0} is no entry of the list that began at {1}
    did not find expected '-' indicator：{0} 不是始于{1}的列表的项

    {0}; align it with its siblings
    {0}；请与同级内容对齐

    did not find expected node content: nothing stands before this comma; remove it, or quote the value
    did not find expected node content：此逗号之前没有内容；请删除它，或给值加引号

    did not find expected node content: this bracket closes nothing; quote the value
    did not find expected node content：此括号没有可关闭的对象；请给值加引号

    did not find expected node content: "..." ends a document that has not begun; remove it
    did not find expected node content：“...”结束了一个尚未开始的文档；请删除它

    did not find expected node content: a value is missing inside the brackets; write it, or close them, or quote a text that begins with a bracket
    did not find expected node content：括号内缺少一个值；请写出该值，或关闭括号，或给以括号开头的文本加引号

    did not find expected node content: a value is missing before {0}
    did not find expected node content：{0} 之前缺少一个值

    did not find expected ',' or '{0}': the bracket opened on line {1} is not closed before line {2}; close it, or quote the value
    did not find expected ',' or '{0}'：第 {1} 行打开的括号在第 {2} 行之前没有关闭；请关闭它，或给值加引号

    what stands where ',' or the bracket is expected
    应为“,”或右括号的位置上的内容

    did not find expected ',' or '{0}' before {1}
    did not find expected ',' or '{0}'：{1} 之前缺少“,”或“{0}”

    the bracket that is open
    尚未关闭的括号

    found incompatible YAML document: only %YAML 1.1 is taken
    found incompatible YAML document：只接受 %YAML 1.1

    found unknown directive name: only %YAML 1.1 and %TAG are known
    found unknown directive name：只认识 %YAML 1.1 和 %TAG

    the directive stands twice
    该指令出现了两次

    a line that begins with "%" is a directive, and this one cannot be read
    以“%”开头的行是指令，而这一行无法读取

    {0}; remove the line, or quote a text that begins with "%"
    {0}；请删除该行，或给以“%”开头的文本加引号

    did not find expected <document start>: begin a further document with "---"
    did not find expected <document start>：请用“---”开始下一个文档

    did not find expected <document start>: in manifests a directive stands alone, because the stream is cut at "---" first; remove it
    did not find expected <document start>：在清单中指令会单独成为一段，因为数据流先在“---”处被切开；请删除它
    """#
}
